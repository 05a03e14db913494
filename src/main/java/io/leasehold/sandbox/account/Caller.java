package io.leasehold.sandbox.account;

import java.util.Optional;

/**
 * Who signed a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principals</a>
 */
public sealed interface Caller {

    /** The ARN that GetCallerIdentity answers with. */
    String arn();

    /** The unique id that GetCallerIdentity answers with. */
    String userId();

    /** The value of {@code aws:PrincipalType}. */
    String type();

    /** The temporary session behind the request, absent for long-term keys. */
    Optional<Session> session();

    /** The account root, with its own key or with a session that it made for itself. */
    record Root(String accountId, Optional<Session> session) implements Caller {

        @Override
        public String arn() {
            return "arn:aws:iam::" + accountId + ":root";
        }

        @Override
        public String userId() {
            return accountId;
        }

        @Override
        public String type() {
            return "Account";
        }
    }

    /** An IAM user, with an access key or with a session that it made for itself. */
    record User(IamUser user, Optional<Session> session) implements Caller {

        @Override
        public String arn() {
            return user.arn();
        }

        @Override
        public String userId() {
            return user.id();
        }

        @Override
        public String type() {
            return "User";
        }
    }

    /** A session of a role. */
    record RoleSession(String accountId, IamRole role, Session own) implements Caller {

        @Override
        public String arn() {
            return "arn:aws:sts::" + accountId + ":assumed-role/" + role.name() + "/" + own.name();
        }

        @Override
        public String userId() {
            return role.id() + ":" + own.name();
        }

        @Override
        public String type() {
            return "AssumedRole";
        }

        @Override
        public Optional<Session> session() {
            return Optional.of(own);
        }
    }

    /** A federated user; {@code owner} made it, and is absent when that was the account root. */
    record FederatedUser(String accountId, Optional<IamUser> owner, Session own) implements Caller {

        @Override
        public String arn() {
            return "arn:aws:sts::" + accountId + ":federated-user/" + own.name();
        }

        @Override
        public String userId() {
            return accountId + ":" + own.name();
        }

        @Override
        public String type() {
            return "FederatedUser";
        }

        @Override
        public Optional<Session> session() {
            return Optional.of(own);
        }
    }
}
