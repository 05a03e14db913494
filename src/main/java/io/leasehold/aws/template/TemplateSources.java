package io.leasehold.aws.template;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where a template's changing values come from.
 *
 * @param clock the time of {@code unix_time}, {@code unix_time_millis} and {@code timestamp}; its zone is not used
 * @param random the characters of {@code random}; a {@link java.security.SecureRandom} in production
 * @param uuid the values of {@code uuid}
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 */
public record TemplateSources(Clock clock, RandomGenerator random, Supplier<UUID> uuid) {
    private static final long VERSION_MASK = 0xffffffffffff0fffL;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_MASK = 0x3fffffffffffffffL;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    /** Sources whose UUIDs (version 4) are drawn from the same randomness. */
    public static TemplateSources of(Clock clock, RandomGenerator random) {
        return new TemplateSources(
                clock,
                random,
                () -> new UUID(
                        random.nextLong() & VERSION_MASK | VERSION_4, random.nextLong() & VARIANT_MASK | VARIANT_RFC));
    }
}
