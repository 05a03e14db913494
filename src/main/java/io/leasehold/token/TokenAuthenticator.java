package io.leasehold.token;

import io.leasehold.barrier.Barrier;
import io.leasehold.logical.Caller;
import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.SecretString;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Finds out who asks. Looked up in the database for every request, so a revoked token is dead on all nodes at once. */
@Singleton
public class TokenAuthenticator {
    private final Barrier barrier;
    private final TokenRepository tokens;
    private final Clock clock;

    TokenAuthenticator(Barrier barrier, TokenRepository tokens, Clock clock) {
        this.barrier = barrier;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Who holds the token, if it is valid; takes one use from a token with a limit. */
    public Uni<Identified> identify(Optional<SecretString> token) {
        String hash = token.filter(text -> !text.isEmpty()).map(barrier::hash).orElse("");
        return tokens.find(hash)
                .chain(found -> found.token()
                        .filter(stored -> stored.isAlive(clock.instant()))
                        .map(this::use)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                        .map(valid -> new Identified(valid.map(Token::toCaller), isLastUse(valid), found.version())));
    }

    private static boolean isLastUse(Optional<Token> token) {
        return token.map(valid -> valid.numUses() == 1).orElse(false);
    }

    private Uni<Optional<Token>> use(Token token) {
        return token.numUses() == 0
                ? Uni.createFrom().item(Optional.of(token))
                : tokens.use(token.hash()).map(used -> used ? Optional.of(token) : Optional.empty());
    }

    /** Ends a token, its children and their leases; what they left at AWS is undone in the background. */
    public Uni<Void> revoke(Caller caller) {
        return tokens.delete(caller.tokenHash());
    }

    /**
     * What is known of the caller.
     *
     * @param caller empty without a valid token
     * @param lastUse whether the token may not be used again
     * @param version of the configuration at the time of the look-up
     */
    public record Identified(Optional<Caller> caller, boolean lastUse, ConfigurationVersion version) {}
}
