package io.leasehold.sandbox;

import java.time.Duration;
import java.time.Instant;

/** A bucket that holds one second's calls and fills again with time, as AWS limits its APIs. */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private double tokens;
    private Instant filled;

    RateLimit(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
        this.filled = now;
    }

    synchronized boolean take(Instant now) {
        double fresh = Duration.between(filled, now).toNanos() / NANOS * perSecond;
        tokens = Math.min(perSecond, tokens + fresh);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
