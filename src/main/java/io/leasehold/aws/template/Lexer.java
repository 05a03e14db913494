package io.leasehold.aws.template;

import io.leasehold.aws.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a template into text, actions and comments, and does the trimming that <code>{{-</code> and
 * <code>-}}</code> ask for.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Text_and_spaces">Go text/template: text and spaces</a>
 */
final class Lexer {
    private static final String OPEN = "{{";
    private static final String COMMENT = "/*";
    private static final String COMMENT_END = "*/";

    private final Cursor cursor;
    private final ActionLexer actions;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(Source source) {
        this.cursor = new Cursor(source);
        this.actions = new ActionLexer(cursor, tokens);
    }

    static List<Token> tokens(Source source) {
        return new Lexer(source).run();
    }

    private List<Token> run() {
        while (!cursor.isAtEnd()) {
            text();
            if (!cursor.isAtEnd()) {
                action();
            }
        }
        tokens.add(new Token(Kind.END, "", cursor.offset(), false));
        return List.copyOf(tokens);
    }

    private void text() {
        int start = cursor.offset();
        cursor.moveTo(cursor.find(OPEN));
        String text = cursor.since(start);
        if (trimsBefore()) {
            text = text.replaceAll("[ \t\r\n]+$", "");
        }
        if (!text.isEmpty()) {
            tokens.add(new Token(Kind.TEXT, text, start, false));
        }
    }

    private boolean trimsBefore() {
        int open = cursor.offset();
        boolean trims = cursor.accept(OPEN) && cursor.accept("-") && Cursor.isSpace(cursor.peek());
        cursor.moveTo(open);
        return trims;
    }

    private void action() {
        int open = cursor.offset();
        boolean trims = trimsBefore();
        cursor.accept(OPEN);
        if (trims) {
            cursor.accept("-");
            cursor.next();
        }
        if (cursor.sees(COMMENT)) {
            comment(open);
        } else {
            tokens.add(new Token(Kind.OPEN, OPEN, open, false));
            actions.run(open);
        }
    }

    private void comment(int open) {
        cursor.accept(COMMENT);
        cursor.moveTo(cursor.find(COMMENT_END));
        if (!cursor.accept(COMMENT_END)) {
            throw cursor.failure(open, "unclosed comment");
        }
        if (!actions.close()) {
            throw cursor.failure(open, "comment ends before closing delimiter");
        }
    }
}
