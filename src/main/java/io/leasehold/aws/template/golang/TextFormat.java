package io.leasehold.aws.template.golang;

import static io.leasehold.aws.template.golang.Directive.ABSENT;

import io.leasehold.aws.template.golang.Directive.Flag;
import java.util.Optional;

/** How strings are printed: as they are, quoted, or as hexadecimal bytes. */
final class TextFormat {
    private TextFormat() {}

    /** The formatted text, or nothing if the verb is not one for strings. */
    static Optional<String> format(String text, Directive directive) {
        return Optional.ofNullable(
                switch (directive.verb()) {
                    case 'v' -> directive.has(Flag.GO_SYNTAX) ? quoted(text, directive) : plain(text, directive);
                    case 's' -> plain(text, directive);
                    case 'q' -> quoted(text, directive);
                    case 'x' -> hexadecimal(text, directive, "%02x", "0x");
                    case 'X' -> hexadecimal(text, directive, "%02X", "0X");
                    default -> null;
                });
    }

    private static String plain(String text, Directive directive) {
        return directive.padded(cut(text, directive));
    }

    private static String quoted(String text, Directive directive) {
        String cut = cut(text, directive);
        if (directive.has(Flag.SHARP) && GoQuote.mayStandInBackquotes(cut)) {
            return directive.padded("`" + cut + "`");
        }
        return directive.padded(directive.has(Flag.PLUS) ? GoQuote.quoteAscii(cut) : GoQuote.quote(cut));
    }

    private static String hexadecimal(String text, Directive directive, String pair, String mark) {
        byte[] bytes = Utf8.bytes(text);
        int count = directive.precision() == ABSENT ? bytes.length : Math.min(bytes.length, directive.precision());
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean apart = directive.has(Flag.SPACE) && i > 0;
            digits.append(apart ? " " : "");
            digits.append(directive.has(Flag.SHARP) && (apart || i == 0) ? mark : "");
            digits.append(String.format(pair, bytes[i]));
        }
        return directive.padded(digits.toString());
    }

    private static String cut(String text, Directive directive) {
        int characters = text.codePointCount(0, text.length());
        if (directive.precision() == ABSENT || directive.precision() >= characters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, directive.precision()));
    }
}
