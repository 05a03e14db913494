package io.leasehold.aws.issuer;

import io.leasehold.aws.config.AwsConfigLease;
import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.logical.Caller;
import io.leasehold.logical.MountPoint;
import java.time.Duration;
import java.util.Optional;

/**
 * A wish for credentials, with all that is needed to fulfil it.
 *
 * @param mount where the engine is mounted
 * @param roleName of the Vault role
 * @param role the Vault role
 * @param settings of the mount
 * @param caller who asks
 * @param wish what the caller may choose
 */
public record IssueRequest(
        MountPoint mount, String roleName, AwsRole role, Settings settings, Caller caller, Wish wish) {
    /** The configuration of the mount. */
    public record Settings(AwsConfigRoot root, AwsConfigLease lease) {}

    /**
     * What the caller may choose; empty texts mean no choice.
     *
     * @param ttl of a session
     * @param roleArn one of the role's ARNs
     * @param roleSessionName name of the session
     * @param mfaCode six digits of the role's device
     */
    public record Wish(Optional<Duration> ttl, String roleArn, String roleSessionName, String mfaCode) {}
}
