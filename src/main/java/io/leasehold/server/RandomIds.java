package io.leasehold.server;

import io.leasehold.logical.Ids;
import java.security.SecureRandom;
import java.util.UUID;

/** Names from a cryptographic source, each character equally likely. */
final class RandomIds implements Ids {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789abcdef";
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

    private String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        random.ints(length, 0, alphabet.length()).forEach(index -> text.append(alphabet.charAt(index)));
        return text.toString();
    }
}
