package io.leasehold.aws.template.golang;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings seen as Go sees them, as UTF-8 bytes. A character that is cut in the middle becomes U+FFFD here, where Go
 * would keep its half.
 *
 * @see <a href="https://go.dev/blog/strings">Go: strings, bytes, runes and characters</a>
 */
public final class Utf8 {
    private Utf8() {}

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text of some bytes. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The number of bytes of a text. */
    public static int length(String text) {
        return bytes(text).length;
    }

    /** The text of the bytes from {@code from} (included) to {@code to} (excluded); both must lie within the text. */
    public static String slice(String text, int from, int to) {
        return text(Arrays.copyOfRange(bytes(text), from, to));
    }

    /** The first bytes of a text, all of it if it is no longer. */
    public static String first(String text, long bytes) {
        return length(text) <= bytes ? text : slice(text, 0, Math.toIntExact(bytes));
    }
}
