package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.wire.AwsError;

/**
 * How many of each thing an account may have; these are the values that AWS starts an account with.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
enum Quotas {
    USERS("UsersPerAccount", 5000),
    GROUPS("GroupsPerAccount", 300),
    ROLES("RolesPerAccount", 1000),
    POLICIES("PoliciesPerAccount", 1500),
    ACCESS_KEYS("AccessKeysPerUser", 2),
    GROUPS_PER_USER("GroupsPerUser", 10),
    ATTACHED_POLICIES_USER("PoliciesPerUser", 10),
    ATTACHED_POLICIES_GROUP("PoliciesPerGroup", 10),
    ATTACHED_POLICIES_ROLE("PoliciesPerRole", 10),
    SSH_PUBLIC_KEYS("SSHPublicKeysPerUser", 5),
    SIGNING_CERTIFICATES("SigningCertificatesPerUser", 2),
    SERVICE_CREDENTIALS("ServiceSpecificCredentialsPerUser", 2),
    MFA_DEVICES("MFADevicesPerUser", 8),
    POLICY_SIZE("PolicySize", 6144),
    TRUST_POLICY_SIZE("ACLSizePerRole", 2048);

    private final String wireName;
    private final int max;

    Quotas(String wireName, int max) {
        this.wireName = wireName;
        this.max = max;
    }

    /** Throws {@code LimitExceeded} when there would be more than allowed. */
    void require(long wanted) {
        if (wanted > max) {
            throw AwsError.LIMIT_EXCEEDED.with("Cannot exceed quota for " + wireName + ": " + max);
        }
    }
}
