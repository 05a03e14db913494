package io.leasehold.logical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must not show up in a log, an exception or a page by accident.
 *
 * <p>It prints a mask, compares in constant time and offers no bean property, so that a JSON writer which was not told
 * how cannot write it.
 */
public final class SecretString {
    private static final String MASK = "********";
    private final String value;

    private SecretString(String value) {
        this.value = value;
    }

    /** Wraps a text; {@code null} is refused with a {@link NullPointerException}. */
    public static SecretString of(String value) {
        return new SecretString(java.util.Objects.requireNonNull(value, "secret"));
    }

    /** The clear text. Call it only where the secret leaves: the wire, a cipher, a signer. */
    public String reveal() {
        return value;
    }

    /** Whether there is no text at all. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretString secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
