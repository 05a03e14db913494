package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A temporary session: whose it is, how long it lives, and what narrows it. {@code principalId} is the id of the role or
 * user behind it, or the account id for the root; {@code name} is the role session's or federated user's name, and empty
 * for a session of the user itself. {@code policy} and {@code sourceIdentity} are empty when absent.
 */
public record Session(
        Kind kind,
        String accessKeyId,
        String principalId,
        String name,
        Instant issuedAt,
        Instant expiresAt,
        boolean mfa,
        String sourceIdentity,
        String policy,
        List<String> policyArns,
        Map<String, String> tags,
        List<String> transitiveTagKeys) {

    /** The calls that make sessions. */
    public enum Kind {
        /** Made by AssumeRole. */
        ASSUMED_ROLE,
        /** Made by GetFederationToken. */
        FEDERATED_USER,
        /** Made by GetSessionToken. */
        USER
    }

    /** Whether any session policy narrows this session. */
    public boolean isNarrowed() {
        return !policy.isEmpty() || !policyArns.isEmpty();
    }
}
