package io.leasehold.aws.template.golang;

/** A text that grows at its end and refuses to become longer than {@value #LIMIT} bytes of UTF-8. */
public final class BoundedText {
    /** The most bytes that any text made by a template may have. */
    public static final int LIMIT = 16 * 1024;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /** Adds a text; throws {@link GoException} if the result would be too long. */
    public BoundedText append(String more) {
        bytes += Utf8.length(more);
        if (bytes > LIMIT) {
            throw new GoException("the text is longer than " + LIMIT + " bytes");
        }
        text.append(more);
        return this;
    }

    /** Adds one code point. */
    public BoundedText appendCodePoint(int codePoint) {
        return append(Character.toString(codePoint));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
