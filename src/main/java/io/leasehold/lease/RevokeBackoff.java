package io.leasehold.lease;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a lease that could not be revoked is tried again, and when it is given up. */
@Singleton
class RevokeBackoff {
    private static final int LONGEST_ERROR = 240;
    private final LeaseConfig config;
    private final RandomGenerator random;

    RevokeBackoff(LeaseConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    /**
     * @param state the lease's state from now on
     * @param error what to keep of the failure, 240 characters at the most
     * @param pause before the next attempt
     */
    record Next(Lease.State state, String error, Duration pause) {}

    Next after(Lease lease, String failure) {
        int failures = lease.failures().attempts() + 1;
        return failures >= config.revokeAttempts()
                ? new Next(Lease.State.IRREVOCABLE, shorten("out of retries: " + failure), config.irrevocableRetry())
                : new Next(lease.state(), shorten(failure), jittered(failures));
    }

    private Duration jittered(int failures) {
        long millis = config.revokeBackoff().toMillis() << (failures - 1);
        return Duration.ofMillis((long) (millis * (0.5 + random.nextDouble())));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
