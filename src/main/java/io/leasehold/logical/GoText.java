package io.leasehold.logical;

/** Text in the form in which Go prints a quoted string; error messages of the wire contain it. */
public final class GoText {
    private GoText() {}

    /** Puts a text in double quotes and escapes quotes, backslashes and control characters. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(character -> escape(quoted, character));
        return quoted.append('"').toString();
    }

    private static void escape(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> appendPrintable(quoted, character);
        }
    }

    private static void appendPrintable(StringBuilder quoted, int character) {
        if (Character.isISOControl(character)) {
            quoted.append(String.format(character < 0x80 ? "\\x%02x" : "\\u%04x", character));
        } else {
            quoted.appendCodePoint(character);
        }
    }
}
