package io.leasehold.aws.template.golang;

import java.util.function.IntPredicate;

/**
 * Go's quoted form of strings and characters.
 *
 * @see <a href="https://pkg.go.dev/strconv#Quote">Go: strconv.Quote</a>
 */
public final class GoQuote {
    private static final String CONTROLS = "abtnvfr";

    private GoQuote() {}

    /** The text in double quotes, with escapes for what is not printable. */
    public static String quote(String text) {
        return quoted(text, '"', GoQuote::isPrintable);
    }

    static String quoteAscii(String text) {
        return quoted(text, '"', GoQuote::isPrintableAscii);
    }

    static String quoteCharacter(int codePoint) {
        return quoted(Character.toString(codePoint), '\'', GoQuote::isPrintable);
    }

    static String quoteCharacterAscii(int codePoint) {
        return quoted(Character.toString(codePoint), '\'', GoQuote::isPrintableAscii);
    }

    static boolean mayStandInBackquotes(String text) {
        return text.codePoints().allMatch(c -> c == '\t' || c >= ' ' && c != '`' && c != 0x7f && c != 0xfeff);
    }

    /** Whether Go counts the character as printable: letters, marks, numbers, punctuation, symbols, the ASCII space. */
    public static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    private static boolean isPrintableAscii(int codePoint) {
        return codePoint >= ' ' && codePoint < 0x7f;
    }

    private static String quoted(String text, char quote, IntPredicate printable) {
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> quoted.append(escaped(c, quote, printable)));
        return quoted.append(quote).toString();
    }

    private static String escaped(int c, char quote, IntPredicate printable) {
        if (c == quote || c == '\\') {
            return "\\" + (char) c;
        }
        if (printable.test(c)) {
            return Character.toString(c);
        }
        if (c >= 7 && c <= '\r') {
            return "\\" + CONTROLS.charAt(c - 7);
        }
        if (c < ' ' || c == 0x7f) {
            return String.format("\\x%02x", c);
        }
        return c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c);
    }
}
