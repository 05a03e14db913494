package io.leasehold.aws.template;

import java.util.function.IntPredicate;

/** A place in the source that moves forward only. */
final class Cursor {
    static final int END = -1;
    private static final String SPACES = " \t\r\n";

    private final Source source;
    private int at;

    Cursor(Source source) {
        this.source = source;
    }

    int offset() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    /** The code point at the place, or {@link #END}. */
    int peek() {
        return at < source.text().length() ? source.text().codePointAt(at) : END;
    }

    int next() {
        int codePoint = peek();
        at += codePoint == END ? 0 : Character.charCount(codePoint);
        return codePoint;
    }

    boolean sees(String expected) {
        return source.text().startsWith(expected, at);
    }

    boolean accept(String expected) {
        boolean seen = sees(expected);
        at += seen ? expected.length() : 0;
        return seen;
    }

    boolean acceptOneOf(String characters) {
        boolean seen = peek() != END && characters.indexOf(peek()) >= 0;
        at += seen ? 1 : 0;
        return seen;
    }

    void skipWhile(IntPredicate wanted) {
        while (peek() != END && wanted.test(peek())) {
            next();
        }
    }

    String since(int start) {
        return source.text().substring(start, at);
    }

    /** Where the expected text begins, at or after the place; the end of the source if nowhere. */
    int find(String expected) {
        int found = source.text().indexOf(expected, at);
        return found < 0 ? source.text().length() : found;
    }

    boolean isAtEnd() {
        return peek() == END;
    }

    TemplateException failure(int offset, String message) {
        return source.failure(offset, message);
    }

    static boolean isSpace(int codePoint) {
        return codePoint != END && SPACES.indexOf(codePoint) >= 0;
    }

    static boolean isLetterOrDigit(int codePoint) {
        return codePoint == '_' || Character.isLetterOrDigit(codePoint);
    }
}
