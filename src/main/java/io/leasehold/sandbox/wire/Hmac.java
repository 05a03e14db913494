package io.leasehold.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A keyed hash whose two padded key blocks are digested once and cloned for each message, which makes a cached signing
 * key cheap.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
public final class Hmac {

    private static final int BLOCK = 64;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private Hmac(String algorithm, byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? digest(algorithm).digest(key) : key, BLOCK);
        inner = padded(algorithm, block, 0x36);
        outer = padded(algorithm, block, 0x5c);
    }

    /** A keyed SHA-256; a key of any length. */
    public static Hmac sha256(byte[] key) {
        return new Hmac("SHA-256", key);
    }

    /** A keyed SHA-1, which one-time codes are made of; a key of any length. */
    public static Hmac sha1(byte[] key) {
        return new Hmac("SHA-1", key);
    }

    /** The code of a message. */
    public byte[] of(byte[] message) {
        return copy(outer).digest(copy(inner).digest(message));
    }

    /** The code of a text in UTF-8. */
    public byte[] of(String message) {
        return of(message.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(byte[] message) {
        return digest("SHA-256").digest(message);
    }

    private static MessageDigest padded(String algorithm, byte[] block, int pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        MessageDigest digest = digest(algorithm);
        digest.update(padded);
        return digest;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java cannot copy a running digest", e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }
}
