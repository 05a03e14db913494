package io.leasehold.token;

import io.leasehold.barrier.Barrier;
import io.leasehold.lease.TtlRule;
import io.leasehold.logical.Caller;
import io.leasehold.logical.Ids;
import io.leasehold.logical.IssuedAuth;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes tokens. The token itself leaves once, in the answer; what is kept is its keyed hash. */
@Singleton
public class TokenIssuer {
    static final int RANDOM_CHARACTERS = 24;
    private final Barrier barrier;
    private final TokenRepository tokens;
    private final Ids ids;
    private final Clock clock;

    TokenIssuer(Barrier barrier, TokenRepository tokens, Ids ids, Clock clock) {
        this.barrier = barrier;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** The first token of a server: policy {@code root}, without end. */
    public Uni<SecretString> issueRoot(Optional<SecretString> chosen) {
        SecretString clear = chosen.orElseGet(this::random);
        Token.Life life = life(Duration.ZERO, Duration.ZERO, Duration.ZERO, false);
        Token token = token(clear, Optional.empty(), "auth/token/root", "root", List.of("root"), life);
        return tokens.insert(token).invoke(TokenIssuer::requireStored).replaceWith(clear);
    }

    /** A token made by another one. */
    Uni<Issued> issue(Wish wish) {
        SecretString clear = wish.chosen().map(SecretString::of).orElseGet(this::random);
        TtlRule.Granted granted = grant(wish);
        Token token = token(wish, clear, granted.ttl());
        return tokens.find(wish.parent().tokenHash())
                .invoke(parent -> requireUnlimited(parent.token()))
                .chain(() -> tokens.insert(token))
                .invoke(TokenIssuer::requireStored)
                .replaceWith(() -> new Issued(show(token, clear), granted.warnings()));
    }

    /** A token that may be used a number of times only must not make one that may be used for ever. */
    private static void requireUnlimited(Optional<Token> parent) {
        if (parent.filter(token -> token.numUses() == 0).isEmpty()) {
            throw VaultException.invalid("restricted use token cannot generate child tokens");
        }
    }

    private static void requireStored(boolean stored) {
        if (!stored) {
            throw VaultException.invalid("cannot create a token with a duplicate ID");
        }
    }

    private TtlRule.Granted grant(Wish wish) {
        TokenRequest request = wish.request();
        if (wish.policies().contains("root") && request.ttl().isZero()) {
            return new TtlRule.Granted(Duration.ZERO, List.of());
        }
        Instant now = clock.instant();
        if (!request.period().isZero()) {
            return TtlRule.grantPeriod(request.period(), wish.mountMax(), request.explicitMaxTtl(), now, now);
        }
        return TtlRule.grant(
                new TtlRule.Terms(
                        Duration.ZERO,
                        request.ttl(),
                        wish.mountDefault(),
                        List.of(wish.mountMax(), request.explicitMaxTtl())),
                now,
                now);
    }

    private Token token(Wish wish, SecretString clear, Duration ttl) {
        TokenRequest request = wish.request();
        boolean endless = ttl.isZero();
        Token.Life life = life(ttl, request.explicitMaxTtl(), request.period(), request.renewable() && !endless);
        Optional<String> parent = request.parentless()
                ? Optional.empty()
                : Optional.of(wish.parent().tokenHash());
        Token plain = token(clear, parent, wish.path(), request.fullDisplayName(), wish.policies(), life);
        return new Token(
                plain.hash(),
                plain.accessor(),
                plain.parent(),
                plain.path(),
                plain.displayName(),
                plain.policies(),
                request.meta(),
                request.numUses(),
                plain.life());
    }

    private Token token(
            SecretString clear,
            Optional<String> parent,
            String path,
            String displayName,
            List<String> policies,
            Token.Life life) {
        String accessor = ids.base62(RANDOM_CHARACTERS);
        return new Token(barrier.hash(clear), accessor, parent, path, displayName, policies, null, 0, life);
    }

    private Token.Life life(Duration ttl, Duration explicitMax, Duration period, boolean renewable) {
        Instant now = clock.instant();
        Optional<Instant> end = ttl.isZero() ? Optional.empty() : Optional.of(now.plus(ttl));
        return new Token.Life(now, ttl, end, explicitMax, period, renewable, Optional.empty());
    }

    private SecretString random() {
        return SecretString.of("hvs." + ids.base62(RANDOM_CHARACTERS));
    }

    /** The token as its creator sees it. */
    static IssuedAuth show(Token token, SecretString clear) {
        return new IssuedAuth(
                clear,
                token.accessor(),
                token.policies(),
                token.policies(),
                token.meta(),
                token.life().creationTtl().toSeconds(),
                token.life().renewable(),
                "",
                "service",
                token.parent().isEmpty(),
                null,
                token.numUses());
    }

    /**
     * @param request what was asked
     * @param policies as the rules allow
     * @param parent who asks
     * @param path that was called
     * @param chosen a token of the caller's choice
     * @param mountDefault of the token mount
     * @param mountMax of the token mount
     */
    record Wish(
            TokenRequest request,
            List<String> policies,
            Caller parent,
            String path,
            Optional<String> chosen,
            Duration mountDefault,
            Duration mountMax) {}

    /** A new token with the warnings that came with it. */
    record Issued(IssuedAuth auth, List<String> warnings) {}
}
