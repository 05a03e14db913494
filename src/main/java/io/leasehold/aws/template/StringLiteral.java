package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.Utf8;
import java.io.ByteArrayOutputStream;

/**
 * Reads what stands between the quotes of a string or character constant.
 *
 * @see <a href="https://go.dev/ref/spec#String_literals">Go: string literals</a>
 */
final class StringLiteral {
    private static final String LETTERS = "abfnrtv\\";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

    private final String body;
    private final char quote;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;
    private int lastValue;
    private int values;

    private StringLiteral(String token) {
        this.quote = token.charAt(0);
        this.body = token.substring(1, token.length() - 1);
    }

    /** The text of an interpreted string, given with its quotes. */
    static String text(String token) {
        StringLiteral literal = new StringLiteral(token);
        literal.read();
        return Utf8.text(literal.bytes.toByteArray());
    }

    /** The text of a raw string, given with its quotes; carriage returns are dropped. */
    static String rawText(String token) {
        return token.substring(1, token.length() - 1).replace("\r", "");
    }

    /** The number of a character constant, given with its quotes. */
    static int character(String token) {
        StringLiteral literal = new StringLiteral(token);
        literal.read();
        if (literal.values != 1) {
            throw new GoException("malformed character constant: " + token);
        }
        return literal.lastValue;
    }

    private void read() {
        while (at < body.length()) {
            int c = body.codePointAt(at);
            at += Character.charCount(c);
            values++;
            if (c == '\\') {
                escape();
            } else {
                add(c);
            }
        }
    }

    private void escape() {
        char kind = body.charAt(at++);
        int letter = LETTERS.indexOf(kind);
        if (letter >= 0) {
            add(MEANINGS.charAt(letter));
        } else if (kind == quote) {
            add(kind);
        } else if (kind == 'u' || kind == 'U') {
            add(codePoint(number(kind == 'u' ? 4 : 8, 16)));
        } else if (kind == 'x') {
            addByte(number(2, 16));
        } else {
            at--;
            addByte(number(3, 8));
        }
    }

    private void add(int codePoint) {
        lastValue = codePoint;
        bytes.writeBytes(Utf8.bytes(Character.toString(codePoint)));
    }

    private void addByte(long value) {
        if (value > 0xff) {
            throw invalid();
        }
        lastValue = (int) value;
        bytes.write(lastValue);
    }

    private int codePoint(long value) {
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value > Character.MAX_CODE_POINT || surrogate) {
            throw invalid();
        }
        return (int) value;
    }

    private long number(int digits, int base) {
        long number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < body.length() ? Character.digit(body.charAt(at), base) : -1;
            if (digit < 0 || body.charAt(at) > 'f') {
                throw invalid();
            }
            number = number * base + digit;
            at++;
        }
        return number;
    }

    private static GoException invalid() {
        return new GoException("invalid escape in a string or character constant");
    }
}
