package io.leasehold.logical;

import java.time.Duration;

/**
 * For how long, and whether longer.
 *
 * @param ttl zero means the mount's default
 * @param maxTtl zero means the mount's maximum
 * @param renewable whether a renew may move the end
 */
public record LeaseTerms(Duration ttl, Duration maxTtl, boolean renewable) {
    /** Terms that a renew may extend up to the maximum. */
    public static LeaseTerms renewable(Duration ttl, Duration maxTtl) {
        return new LeaseTerms(ttl, maxTtl, true);
    }

    /** Terms whose end is set by AWS. */
    public static LeaseTerms fixed(Duration ttl) {
        return new LeaseTerms(ttl, Duration.ZERO, false);
    }
}
