package io.leasehold.aws.template;

import io.leasehold.aws.template.Token.Kind;
import java.util.List;

/** The tokens of a template, read once; also counts how deep the reader is inside parentheses and blocks. */
final class TokenStream {
    private static final int DEEPEST = 64;

    private final Source source;
    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return ahead(1);
    }

    Token peekThird() {
        return ahead(2);
    }

    /** The next token; the last one, the end, comes again and again. */
    Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    void expect(Kind kind, String context) {
        Token token = next();
        if (!token.is(kind)) {
            throw unexpected(token, context);
        }
    }

    void enter(Token opening) {
        if (++depth > DEEPEST) {
            throw failure(opening, "nested deeper than " + DEEPEST + " levels");
        }
    }

    void leave() {
        depth--;
    }

    private Token ahead(int tokensAway) {
        return tokens.get(Math.min(at + tokensAway, tokens.size() - 1));
    }

    TemplateException unexpected(Token token, String context) {
        return failure(token, "unexpected " + token.shown() + " in " + context);
    }

    TemplateException failure(Token token, String message) {
        return source.failure(token.offset(), message);
    }
}
