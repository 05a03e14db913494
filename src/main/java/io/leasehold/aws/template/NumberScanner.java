package io.leasehold.aws.template;

/**
 * Finds the end of a number; what the number is worth is for {@link NumberLiteral} to say.
 *
 * @see <a href="https://go.dev/ref/spec#Integer_literals">Go: integer literals</a>
 */
final class NumberScanner {
    private static final String DECIMAL = "0123456789_";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

    private final Cursor cursor;

    NumberScanner(Cursor cursor) {
        this.cursor = cursor;
    }

    Token.Kind scan() {
        int start = cursor.offset();
        cursor.acceptOneOf("+-");
        boolean hexadecimal = cursor.accept("0x") || cursor.accept("0X");
        String digits = hexadecimal ? HEXADECIMAL : DECIMAL;
        boolean otherBase = !hexadecimal && (cursor.accept("0o") || cursor.accept("0O") || acceptBinary());
        cursor.skipWhile(c -> digits.indexOf(c) >= 0);
        if (cursor.accept(".")) {
            cursor.skipWhile(c -> digits.indexOf(c) >= 0);
        }
        if (!otherBase && cursor.acceptOneOf(hexadecimal ? "pP" : "eE")) {
            cursor.acceptOneOf("+-");
            cursor.skipWhile(c -> DECIMAL.indexOf(c) >= 0);
        }
        if (Cursor.isLetterOrDigit(cursor.peek()) || cursor.acceptOneOf("+-")) {
            throw cursor.failure(start, "bad number syntax: " + cursor.since(start));
        }
        return Token.Kind.NUMBER;
    }

    private boolean acceptBinary() {
        return cursor.accept("0b") || cursor.accept("0B");
    }
}
