package io.leasehold.token;

import io.leasehold.barrier.Barrier;
import io.leasehold.lease.TtlRule;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.Field;
import io.leasehold.logical.Guard;
import io.leasehold.logical.IssuedAuth;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code lookup}, {@code renew} and {@code revoke}, of the caller's own token or of the one in the body.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token">/auth/token</a>
 */
final class TokenSelfPath {
    private static final Field<String> TOKEN = Field.string("token", "The token; the caller's own where empty.");
    private static final Field<Duration> INCREMENT = Field.duration("increment", "Wished time from now; 0 for usual.");
    private final Barrier barrier;
    private final TokenRepository tokens;
    private final Clock clock;

    TokenSelfPath(Barrier barrier, TokenRepository tokens, Clock clock) {
        this.barrier = barrier;
        this.tokens = tokens;
        this.clock = clock;
    }

    List<EnginePath> paths() {
        return List.of(
                () -> both(EnginePath.Definition.at("lookup-self"), this::lookupSelf)
                        .help("Look at the caller's token."),
                () -> both(EnginePath.Definition.at("lookup").understands(TOKEN), this::lookup)
                        .help("Look at a token."),
                () -> update("renew-self", this::renewSelf).help("Renew the caller's token."),
                () -> update("renew", this::renew).help("Renew a token."),
                () -> update("revoke-self", request -> revoke(own(request))).help("End the caller's token."),
                () -> update("revoke", request -> revoke(required(request)))
                        .help("End a token, its children and their leases."));
    }

    private static EnginePath.Draft both(EnginePath.Draft draft, io.leasehold.logical.PathOperation work) {
        return draft.guardedBy(Guard.TOKEN).on(Operation.READ, work).on(Operation.UPDATE, work);
    }

    private static EnginePath.Draft update(String pattern, io.leasehold.logical.PathOperation work) {
        return EnginePath.Definition.at(pattern)
                .guardedBy(Guard.TOKEN)
                .understands(TOKEN, INCREMENT)
                .on(Operation.UPDATE, work);
    }

    private Uni<LogicalResponse> lookupSelf(PathRequest request) {
        return lookup(own(request));
    }

    private Uni<LogicalResponse> lookup(PathRequest request) {
        String given = request.values().getOr(TOKEN, "");
        return lookup(given.isEmpty() ? own(request) : SecretString.of(given));
    }

    private Uni<LogicalResponse> lookup(SecretString token) {
        Instant now = clock.instant();
        return tokens.find(barrier.hash(token))
                .map(found -> found.token()
                        .filter(stored -> stored.isAlive(now))
                        .<LogicalResponse>map(stored -> LogicalResponse.data(TokenInfo.of(stored, token, now)))
                        .orElseThrow(() -> new VaultException(ErrorKind.PERMISSION_DENIED, "bad token")));
    }

    private Uni<LogicalResponse> renewSelf(PathRequest request) {
        return renew(own(request), request);
    }

    private Uni<LogicalResponse> renew(PathRequest request) {
        return renew(required(request), request);
    }

    private Uni<LogicalResponse> renew(SecretString token, PathRequest request) {
        return tokens.find(barrier.hash(token))
                .map(found -> found.token()
                        .filter(stored -> stored.isAlive(clock.instant()))
                        .orElseThrow(() -> VaultException.invalid("token not found")))
                .chain(stored -> renew(stored, token, request));
    }

    private Uni<LogicalResponse> renew(Token stored, SecretString token, PathRequest request) {
        if (!stored.life().renewable()) {
            return Uni.createFrom().failure(VaultException.invalid("lease is not renewable"));
        }
        TtlRule.Granted granted = grant(stored, request);
        IssuedAuth auth = TokenIssuer.show(stored, token);
        return tokens.renew(stored.hash(), clock.instant(), granted.ttl())
                .map(done -> new LogicalResponse.Auth(
                        withDuration(auth, TtlRule.wholeSeconds(granted.ttl())), granted.warnings()));
    }

    private TtlRule.Granted grant(Token stored, PathRequest request) {
        Token.Life life = stored.life();
        Instant now = clock.instant();
        Duration mountMax = request.mount().maxLeaseTtl();
        if (!life.period().isZero()) {
            return TtlRule.grantPeriod(life.period(), mountMax, life.explicitMaxTtl(), life.issueTime(), now);
        }
        TtlRule.Terms terms = new TtlRule.Terms(
                request.values().getOr(INCREMENT, Duration.ZERO),
                life.creationTtl(),
                request.mount().defaultLeaseTtl(),
                List.of(mountMax, life.explicitMaxTtl()));
        return TtlRule.grant(terms, life.issueTime(), now);
    }

    private static IssuedAuth withDuration(IssuedAuth auth, long seconds) {
        return new IssuedAuth(
                auth.clientToken(),
                auth.accessor(),
                auth.policies(),
                auth.tokenPolicies(),
                auth.metadata(),
                seconds,
                auth.renewable(),
                auth.entityId(),
                auth.tokenType(),
                auth.orphan(),
                auth.mfaRequirement(),
                auth.numUses());
    }

    private Uni<LogicalResponse> revoke(SecretString token) {
        return tokens.delete(barrier.hash(token)).map(done -> LogicalResponse.empty());
    }

    private static SecretString own(PathRequest request) {
        return request.request().token().orElseThrow(VaultException::denied);
    }

    private static SecretString required(PathRequest request) {
        String given = request.values().getOr(TOKEN, "");
        if (given.isEmpty()) {
            throw VaultException.invalid("missing token ID");
        }
        return SecretString.of(given);
    }
}
