package io.leasehold.sandbox.account;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Identifiers and secrets of the shape that AWS gives them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes">Unique
 *     id prefixes</a>
 */
public final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_LENGTH = 20;
    private static final int ENTITY_LENGTH = 21;

    private final RandomGenerator names;
    private final RandomGenerator secrets;

    /** Ids from {@code names}, which may be predictable in a test; secrets from {@code secrets}, which must not be. */
    public Ids(RandomGenerator names, RandomGenerator secrets) {
        this.names = names;
        this.secrets = secrets;
    }

    /** An access key id of 20 characters: {@code AKIA…} for a user's key, {@code ASIA…} for a session's. */
    public String accessKeyId(String prefix) {
        return withPrefix(prefix, KEY_LENGTH);
    }

    /** An id of 21 characters for a user ({@code AIDA}), role ({@code AROA}), group ({@code AGPA}) or policy. */
    public String entityId(String prefix) {
        return withPrefix(prefix, ENTITY_LENGTH);
    }

    /** A request id in the form of a UUID. */
    public String requestId() {
        long high = names.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        long low = names.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** A secret access key of 40 characters. */
    public String secret() {
        return Base64.getEncoder().encodeToString(secretBytes(30));
    }

    /** This many bytes from the source of secrets. */
    public byte[] secretBytes(int length) {
        byte[] bytes = new byte[length];
        secrets.nextBytes(bytes);
        return bytes;
    }

    private String withPrefix(String prefix, int length) {
        StringBuilder id = new StringBuilder(length).append(prefix);
        while (id.length() < length) {
            id.append(ALPHABET.charAt(names.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
