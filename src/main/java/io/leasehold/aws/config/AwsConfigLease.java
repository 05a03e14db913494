package io.leasehold.aws.config;

import io.leasehold.logical.LeaseTerms;
import java.time.Duration;

/**
 * Lease times of IAM users.
 *
 * @param lease zero means the mount's default
 * @param leaseMax zero means the mount's maximum
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-lease">Vault API</a>
 */
public record AwsConfigLease(Duration lease, Duration leaseMax) {
    private static final AwsConfigLease NONE = new AwsConfigLease(Duration.ZERO, Duration.ZERO);

    /** What holds before the first write. */
    public static AwsConfigLease none() {
        return NONE;
    }

    /** The terms of a lease on an IAM user. */
    public LeaseTerms terms() {
        return LeaseTerms.renewable(lease, leaseMax);
    }
}
