package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.AwsError;
import java.time.Instant;
import java.util.Optional;

/** Finds out whom an access key id and perhaps a session token stand for. */
public final class Credentials {

    private final Account account;

    /** The credentials of one account. */
    public Credentials(Account account) {
        this.account = account;
    }

    /** A claim to be somebody, true only if the request was signed with the secret and the session still lives. */
    public static final class Claim {
        private final Caller caller;
        private final String secret;
        private final AccessKey key;

        private Claim(Caller caller, String secret, AccessKey key) {
            this.caller = caller;
            this.secret = secret;
            this.key = key;
        }

        /** Who the caller claims to be. */
        public Caller caller() {
            return caller;
        }

        /** The secret that must have signed the request. */
        public String secret() {
            return secret;
        }

        /** The long-term key of the claim, absent for a session. */
        public Optional<AccessKey> key() {
            return Optional.ofNullable(key);
        }

        /** Throws {@code ExpiredToken} when the session has ended at this moment. */
        public void requireAlive(Instant now) {
            if (caller.session()
                    .filter(session -> !now.isBefore(session.expiresAt()))
                    .isPresent()) {
                throw AwsError.EXPIRED_TOKEN.with("The security token included in the request is expired");
            }
        }
    }

    /** The claim behind a key id and token; {@code InvalidClientTokenId} when there is none. */
    public Claim find(String accessKeyId, Optional<String> token, Instant now) {
        return token.isPresent() ? bySession(accessKeyId, token.get()) : byKey(accessKeyId, now);
    }

    private Claim byKey(String accessKeyId, Instant now) {
        AccessKey key = account.accessKeys().get(accessKeyId);
        if (key == null || !key.worksAt(now)) {
            throw SessionTokens.invalid();
        }
        return new Claim(owner(key), key.secret(), key);
    }

    private Caller owner(AccessKey key) {
        if (key.owner().isEmpty()) {
            return new Caller.Root(account.id(), Optional.empty());
        }
        return key.owner()
                .filter(user -> account.users().get(Account.key(user.name())) == user)
                .<Caller>map(user -> new Caller.User(user, Optional.empty()))
                .orElseThrow(SessionTokens::invalid);
    }

    private Claim bySession(String accessKeyId, String token) {
        Session session = account.tokens().open(token);
        if (!session.accessKeyId().equals(accessKeyId)) {
            throw SessionTokens.invalid();
        }
        return new Claim(caller(session), account.tokens().secretOf(accessKeyId), null);
    }

    private Caller caller(Session session) {
        return switch (session.kind()) {
            case ASSUMED_ROLE -> new Caller.RoleSession(account.id(), role(session), session);
            case FEDERATED_USER -> new Caller.FederatedUser(account.id(), user(session), session);
            case USER ->
                user(session)
                        .<Caller>map(user -> new Caller.User(user, Optional.of(session)))
                        .orElseGet(() -> new Caller.Root(account.id(), Optional.of(session)));
        };
    }

    private IamRole role(Session session) {
        return account.roles().values().stream()
                .filter(role -> role.id().equals(session.principalId()))
                .findFirst()
                .orElseThrow(SessionTokens::invalid);
    }

    /** The user behind a session, absent for the account root; a session of a deleted user is worth nothing. */
    private Optional<IamUser> user(Session session) {
        if (session.principalId().equals(account.id())) {
            return Optional.empty();
        }
        return Optional.of(account.users().values().stream()
                .filter(user -> user.id().equals(session.principalId()))
                .findFirst()
                .orElseThrow(SessionTokens::invalid));
    }
}
