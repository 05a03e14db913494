package io.leasehold.aws.role;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of credentials that a role may give out.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/aws">Vault AWS secrets engine</a>
 */
public enum CredentialType {
    /** Keys of an IAM user that is made for the lease and deleted with it. */
    IAM_USER("iam_user"),
    /** A session of an IAM role. */
    ASSUMED_ROLE("assumed_role"),
    /** A session of the engine's own IAM user, narrowed by a policy. */
    FEDERATION_TOKEN("federation_token"),
    /** A session of the engine's own IAM user with all its rights. */
    SESSION_TOKEN("session_token");

    /** The types whose credentials come from STS and end by themselves. */
    public static final Set<CredentialType> STS = Set.copyOf(EnumSet.complementOf(EnumSet.of(IAM_USER)));

    private final String wireName;

    CredentialType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in roles, leases and messages. */
    public String wireName() {
        return wireName;
    }

    /** The type with that name, if there is one. */
    public static Optional<CredentialType> find(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
