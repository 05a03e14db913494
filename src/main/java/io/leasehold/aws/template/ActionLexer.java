package io.leasehold.aws.template;

import io.leasehold.aws.template.Token.Kind;
import java.util.List;

/**
 * Divides the inside of one action into tokens.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Arguments">Go text/template: arguments</a>
 */
final class ActionLexer {
    private static final String CLOSE = "}}";

    private final Cursor cursor;
    private final List<Token> tokens;
    private final NumberScanner numbers;
    private boolean spaceBefore;

    ActionLexer(Cursor cursor, List<Token> tokens) {
        this.cursor = cursor;
        this.tokens = tokens;
        this.numbers = new NumberScanner(cursor);
    }

    /** Reads up to and over the closing braces. */
    void run(int open) {
        while (true) {
            int start = cursor.offset();
            if (close()) {
                tokens.add(new Token(Kind.CLOSE, CLOSE, start, true));
                return;
            }
            if (cursor.isAtEnd()) {
                throw cursor.failure(open, "unclosed action");
            }
            if (Cursor.isSpace(cursor.peek())) {
                cursor.next();
                spaceBefore = true;
            } else {
                Kind kind = token(start);
                tokens.add(new Token(kind, cursor.since(start), start, spaceBefore));
                spaceBefore = false;
            }
        }
    }

    /** Passes the closing braces, with or without trim marker, and the white space trimmed by it; false if elsewhere. */
    boolean close() {
        if (cursor.accept(CLOSE)) {
            return true;
        }
        int start = cursor.offset();
        if (Cursor.isSpace(cursor.next()) && cursor.accept("-" + CLOSE)) {
            cursor.skipWhile(Cursor::isSpace);
            return true;
        }
        cursor.moveTo(start);
        return false;
    }

    private Kind token(int start) {
        int first = cursor.peek();
        if (isDigit(first) || first == '+' || first == '-') {
            return numbers.scan();
        }
        if (Cursor.isLetterOrDigit(first)) {
            return name(start, Kind.WORD);
        }
        cursor.next();
        return switch (first) {
            case '"' -> quoted(start, Kind.STRING, "quoted string");
            case '\'' -> quoted(start, Kind.CHARACTER, "character constant");
            case '`' -> rawString(start);
            case '$' -> name(start, Kind.VARIABLE);
            case '.' -> dot(start);
            case '|' -> Kind.PIPE;
            case '(' -> Kind.LEFT;
            case ')' -> Kind.RIGHT;
            case '=' -> Kind.ASSIGN;
            case ':' -> declare(start);
            default -> other(first, start);
        };
    }

    private Kind declare(int start) {
        if (!cursor.accept("=")) {
            throw cursor.failure(start, "expected :=");
        }
        return Kind.DECLARE;
    }

    private Kind other(int first, int start) {
        if (first < ' ' || first > '~') {
            throw cursor.failure(start, String.format("unrecognized character in action: U+%04X", first));
        }
        return Kind.OTHER;
    }

    private Kind dot(int start) {
        if (isDigit(cursor.peek())) {
            cursor.moveTo(start);
            return numbers.scan();
        }
        return isTerminator() ? Kind.DOT : name(start, Kind.FIELD);
    }

    private Kind name(int start, Kind kind) {
        cursor.skipWhile(Cursor::isLetterOrDigit);
        if (!isTerminator()) {
            throw cursor.failure(
                    cursor.offset(),
                    "bad character " + Character.toString(cursor.peek()) + " after " + cursor.since(start));
        }
        return kind;
    }

    private Kind quoted(int start, Kind kind, String what) {
        int quote = kind == Kind.STRING ? '"' : '\'';
        for (int c = cursor.next(); c != quote; c = cursor.next()) {
            int last = c == '\\' ? cursor.next() : c;
            if (last == Cursor.END || last == '\n') {
                throw cursor.failure(start, "unterminated " + what);
            }
        }
        return kind;
    }

    private Kind rawString(int start) {
        cursor.moveTo(cursor.find("`"));
        if (!cursor.accept("`")) {
            throw cursor.failure(start, "unterminated raw quoted string");
        }
        return Kind.RAW_STRING;
    }

    private boolean isTerminator() {
        int next = cursor.peek();
        return next == Cursor.END || Cursor.isSpace(next) || ".,|:)(".indexOf(next) >= 0 || cursor.sees(CLOSE);
    }

    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }
}
