package io.leasehold.token;

import io.leasehold.barrier.Barrier;
import io.leasehold.logical.Engine;
import io.leasehold.logical.EnginePath;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What answers below {@code auth/token/}. */
@Singleton
class TokenEngine implements Engine {
    private final TokenCreatePath create;
    private final TokenSelfPath self;

    TokenEngine(TokenIssuer issuer, Barrier barrier, TokenRepository tokens, Clock clock) {
        this.create = new TokenCreatePath(issuer);
        this.self = new TokenSelfPath(barrier, tokens, clock);
    }

    @Override
    public String type() {
        return "token";
    }

    @Override
    public List<EnginePath> paths() {
        return Stream.concat(create.paths().stream(), self.paths().stream()).toList();
    }

    @Override
    public String help() {
        return "Tokens: who may ask, what for and for how long.";
    }
}
