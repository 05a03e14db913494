package io.leasehold.server;

import io.leasehold.logical.Ids;
import java.security.SecureRandom;
import java.util.UUID;

/** Names from a cryptographic source, each character equally likely. */
final class RandomIds implements Ids {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789abcdef";
    private static final int BYTE_VALUES = 256;
    private static final int SPARE = 4;
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;
    private final SecureRandom random;

    RandomIds(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String uuid() {
        return new UUID(random.nextLong() & VERSION_MASK | VERSION_4, random.nextLong() & VARIANT_MASK | VARIANT)
                .toString();
    }

    @Override
    public String base62(int length) {
        return characters(BASE62, length);
    }

    @Override
    public String hex(int length) {
        return characters(HEX, length);
    }

    /** Takes bytes in one draw and refuses those that would make some characters likelier than others. */
    private String characters(String alphabet, int length) {
        int fair = BYTE_VALUES - BYTE_VALUES % alphabet.length();
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            byte[] draw = new byte[length - text.length() + SPARE];
            random.nextBytes(draw);
            append(text, draw, alphabet, length, fair);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] draw, String alphabet, int length, int fair) {
        for (byte drawn : draw) {
            int value = Byte.toUnsignedInt(drawn);
            if (value < fair && text.length() < length) {
                text.append(alphabet.charAt(value % alphabet.length()));
            }
        }
    }
}
