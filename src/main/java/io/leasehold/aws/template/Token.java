package io.leasehold.aws.template;

/**
 * One word of a template. The text is the token as written, except that of {@link Kind#TEXT}, which is already trimmed.
 *
 * @param spaceBefore whether white space separates it from the token before, which is what separates arguments
 */
record Token(Kind kind, String text, int offset, boolean spaceBefore) {
    /** The kinds of token; what stands between {@code OPEN} and {@code CLOSE} is an action. */
    enum Kind {
        TEXT,
        OPEN,
        CLOSE,
        DOT,
        FIELD,
        VARIABLE,
        WORD,
        STRING,
        RAW_STRING,
        CHARACTER,
        NUMBER,
        PIPE,
        LEFT,
        RIGHT,
        DECLARE,
        ASSIGN,
        OTHER,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** The token as an error message shows it. */
    String shown() {
        return kind == Kind.END ? "end of template" : "\"" + text + "\"";
    }
}
