package io.leasehold.token;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Ends tokens whose time is over, with their children and leases. Safe on several nodes: a second delete finds none. */
@Singleton
class TokenReaper {
    private final TokenRepository tokens;
    private final Clock clock;

    TokenReaper(TokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Scheduled(
            every = "${leasehold.lease.reaper-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> reap() {
        return tokens.findExpired(clock.instant()).chain(this::end);
    }

    private Uni<Void> end(Optional<String> expired) {
        return expired.map(hash -> tokens.deleteTree(hash, clock.instant()).chain(this::reap))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
