package io.leasehold.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.logical.StoredUndo;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevokeBackoffTest {
    @ParameterizedTest(name = "after {0} failures at chance {1}: {2}")
    @CsvSource({
        "0, 0.5, PT20S",
        "1, 0.5, PT40S",
        "2, 0.5, PT80S",
        "3, 0.5, PT160S",
        "4, 0.5, PT320S",
        "0, 0.0, PT10S",
        "0, 0.999, PT29.98S"
    })
    void thePauseDoublesGiveOrTakeAHalf(int failures, double chance, Duration pause) {
        // When
        RevokeBackoff.Next next = backoff(chance).after(lease(failures), "AWS is away");

        // Then
        assertEquals(pause, next.pause());
        assertEquals(Lease.State.ACTIVE, next.state());
        assertEquals("AWS is away", next.error());
    }

    @Test
    void theSixthFailureIsTheLast() {
        // When
        RevokeBackoff.Next next = backoff(0.5).after(lease(5), "AWS is away");

        // Then
        assertEquals(Lease.State.IRREVOCABLE, next.state());
        assertEquals("out of retries: AWS is away", next.error());
        assertEquals(Duration.ofHours(24), next.pause());
    }

    @Test
    void aLongErrorIsCutAt240Characters() {
        // When
        RevokeBackoff.Next next = backoff(0.5).after(lease(5), "x".repeat(500));

        // Then
        assertEquals("out of retries: " + "x".repeat(224), next.error());
    }

    private static RevokeBackoff backoff(double chance) {
        return new RevokeBackoff(new Defaults(), new FixedChance(chance));
    }

    private static Lease lease(int failures) {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        return new Lease(
                "memory/creds/x/1",
                new Lease.Owner("memory_1", "hash"),
                Lease.State.ACTIVE,
                new Lease.Times(now, now, Optional.empty()),
                true,
                new StoredUndo("memory", Map.of()),
                true,
                new Lease.Failures(failures, ""));
    }

    private record FixedChance(double chance) implements RandomGenerator {
        @Override
        public double nextDouble() {
            return chance;
        }

        @Override
        public long nextLong() {
            return 0;
        }
    }

    private static final class Defaults implements LeaseConfig {
        @Override
        public Duration reaperInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int revokeWorkers() {
            return 16;
        }

        @Override
        public Duration revokeTimeout() {
            return Duration.ofSeconds(90);
        }

        @Override
        public int revokeAttempts() {
            return 6;
        }

        @Override
        public Duration revokeBackoff() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration irrevocableRetry() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration pendingGrace() {
            return Duration.ofMinutes(5);
        }
    }
}
