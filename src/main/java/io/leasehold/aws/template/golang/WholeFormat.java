package io.leasehold.aws.template.golang;

import static io.leasehold.aws.template.golang.Directive.ABSENT;

import io.leasehold.aws.template.golang.Directive.Flag;
import io.leasehold.aws.template.golang.GoValue.Integral;
import io.leasehold.aws.template.golang.GoValue.Octet;
import java.util.Locale;
import java.util.Optional;

/** How whole numbers are printed: in a base, as a character, or as a code point. */
final class WholeFormat {
    private WholeFormat() {}

    /** The formatted number, or nothing if the verb is not one for whole numbers. */
    static Optional<String> format(Integral value, Directive directive) {
        long number = value.number();
        return Optional.ofNullable(
                switch (directive.verb()) {
                    case 'v' -> standard(value, directive);
                    case 'd' -> inBase(number, 10, directive);
                    case 'b' -> inBase(number, 2, directive);
                    case 'o', 'O' -> inBase(number, 8, directive);
                    case 'x', 'X' -> inBase(number, 16, directive);
                    case 'c' -> directive.padded(Character.toString(codePoint(number)));
                    case 'q' -> quoted(codePoint(number), directive);
                    case 'U' -> unicode(number, directive);
                    default -> null;
                });
    }

    private static String standard(Integral value, Directive directive) {
        boolean hexadecimal = value instanceof Octet && directive.has(Flag.GO_SYNTAX);
        return hexadecimal
                ? inBase(value.number(), 16, directive.with(Flag.SHARP))
                : inBase(value.number(), 10, directive);
    }

    private static String inBase(long number, int base, Directive directive) {
        Directive spaced = directive.without(Flag.ZERO);
        if (directive.precision() == 0 && number == 0) {
            return spaced.padded("");
        }
        String digits = Long.toUnsignedString(number < 0 ? -number : number, base);
        String sign = sign(number, directive);
        int least = directive.precision();
        if (least == ABSENT && directive.padsWithZeros()) {
            least = directive.width() - sign.length();
        }
        digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
        String all = sign + mark(digits, base, directive) + digits;
        return spaced.padded(directive.verb() == 'X' ? all.toUpperCase(Locale.ROOT) : all);
    }

    private static String sign(long number, Directive directive) {
        if (number < 0) {
            return "-";
        }
        return directive.has(Flag.PLUS) ? "+" : directive.has(Flag.SPACE) ? " " : "";
    }

    private static String mark(String digits, int base, Directive directive) {
        String mark = "";
        if (directive.has(Flag.SHARP)) {
            mark = switch (base) {
                case 2 -> "0b";
                case 8 -> digits.startsWith("0") ? "" : "0";
                case 16 -> "0x";
                default -> "";
            };
        }
        return directive.verb() == 'O' ? "0o" + mark : mark;
    }

    private static String quoted(int codePoint, Directive directive) {
        return directive.padded(
                directive.has(Flag.PLUS) ? GoQuote.quoteCharacterAscii(codePoint) : GoQuote.quoteCharacter(codePoint));
    }

    private static String unicode(long number, Directive directive) {
        String digits = Long.toHexString(number).toUpperCase(Locale.ROOT);
        int least = Math.max(4, directive.precision());
        String all = "U+" + "0".repeat(Math.max(0, least - digits.length())) + digits;
        boolean shown = directive.has(Flag.SHARP) && number == codePoint(number) && GoQuote.isPrintable((int) number);
        return directive.without(Flag.ZERO).padded(shown ? all + " '" + Character.toString((int) number) + "'" : all);
    }

    private static int codePoint(long number) {
        boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT && !isSurrogate(number);
        return valid ? (int) number : 0xfffd;
    }

    private static boolean isSurrogate(long number) {
        return number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    }
}
