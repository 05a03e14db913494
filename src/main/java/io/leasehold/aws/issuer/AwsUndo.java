package io.leasehold.aws.issuer;

import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.Undo;
import java.util.Map;

/** What a revoke needs to know of each type of credentials. */
public sealed interface AwsUndo extends Undo {
    /** The type of the credentials. */
    CredentialType type();

    @Override
    default String kind() {
        return type().wireName();
    }

    /**
     * An IAM user, to be deleted with all that hangs on it.
     *
     * @param username at IAM
     * @param policy name of the Vault role, which is the name of the inline policy
     * @param partition in which the user lives
     */
    record IamUser(String username, String policy, String partition) implements AwsUndo {
        static IamUser of(Map<String, String> facts) {
            return new IamUser(
                    facts.getOrDefault("username", ""),
                    facts.getOrDefault("policy", ""),
                    facts.getOrDefault("partition", ""));
        }

        @Override
        public CredentialType type() {
            return CredentialType.IAM_USER;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("username", username, "policy", policy, "partition", partition);
        }

        @Override
        public boolean leavesTrace() {
            return true;
        }
    }

    /**
     * A session of an IAM role. AWS has no call that ends one session.
     *
     * @param username name of the session
     * @param policy ARN of the IAM role
     */
    record AssumedRole(String username, String policy) implements AwsUndo {
        @Override
        public CredentialType type() {
            return CredentialType.ASSUMED_ROLE;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("username", username, "policy", policy);
        }

        @Override
        public boolean leavesTrace() {
            return false;
        }
    }

    /**
     * A federated session. It ends with its time, or with the IAM user behind it, which serves others too.
     *
     * @param username name of the session
     */
    record FederationToken(String username) implements AwsUndo {
        @Override
        public CredentialType type() {
            return CredentialType.FEDERATION_TOKEN;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("username", username);
        }

        @Override
        public boolean leavesTrace() {
            return false;
        }
    }

    /** A session of the engine's own IAM user. It ends with its time; nothing else ends it but the user's end. */
    record SessionToken() implements AwsUndo {
        @Override
        public CredentialType type() {
            return CredentialType.SESSION_TOKEN;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of();
        }

        @Override
        public boolean leavesTrace() {
            return false;
        }
    }
}
