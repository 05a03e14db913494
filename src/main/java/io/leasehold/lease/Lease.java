package io.leasehold.lease;

import io.leasehold.logical.StoredUndo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lease as it is stored.
 *
 * @param id mount path, path and 24 random characters
 * @param owner whose mount and token it belongs to
 * @param state where it stands
 * @param times when it began, ends and was renewed
 * @param renewable whether a renew may move the end
 * @param undo what a revoke will need
 * @param leavesTrace whether a revoke has work to do at AWS
 * @param failures of revoking it so far
 */
record Lease(
        String id,
        Owner owner,
        State state,
        Times times,
        boolean renewable,
        StoredUndo undo,
        boolean leavesTrace,
        Failures failures) {
    enum State {
        /** Stored before AWS was touched; the credentials may or may not have come to be. */
        PENDING,
        /** The caller has the credentials. */
        ACTIVE,
        /** Revoking failed too often; kept until an operator forces it or a daily retry succeeds. */
        IRREVOCABLE;

        String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Owner(String mountAccessor, String tokenHash) {}

    record Times(Instant issueTime, Instant expireTime, Optional<Instant> lastRenewal) {}

    record Failures(int attempts, String lastError) {
        static final Failures NONE = new Failures(0, "");
    }

    boolean isExpired(Instant now) {
        return !times.expireTime().isAfter(now);
    }

    long secondsLeft(Instant now) {
        return TtlRule.wholeSeconds(Duration.between(now, times.expireTime()));
    }

    Duration age(Instant now) {
        return Duration.between(times.issueTime(), now);
    }
}
