package io.leasehold.logical;

import java.util.List;
import java.util.Map;

/**
 * A token as its creator sees it, once.
 *
 * @param clientToken the token itself
 * @param accessor a name for the token that cannot be used in its place
 * @param policies sorted names
 * @param tokenPolicies the same, without those that come from identity
 * @param metadata texts of the creator, or {@code null}
 * @param leaseDuration seconds; zero for a token without end
 * @param renewable whether a renew may move the end
 * @param entityId empty without identity
 * @param tokenType {@code service} or {@code batch}
 * @param orphan whether it has no parent
 * @param mfaRequirement always {@code null}
 * @param numUses zero for no limit
 */
public record IssuedAuth(
        SecretString clientToken,
        String accessor,
        List<String> policies,
        List<String> tokenPolicies,
        Map<String, String> metadata,
        long leaseDuration,
        boolean renewable,
        String entityId,
        String tokenType,
        boolean orphan,
        Object mfaRequirement,
        int numUses) {}
