package io.leasehold.token;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends tokens whose time is over, with their children and leases. Safe on several nodes: each takes other rows. */
@Singleton
class TokenReaper {
    private static final int BATCH = 500;
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
        return tokens.deleteExpired(clock.instant(), BATCH)
                .chain(deleted -> deleted == BATCH ? reap() : Uni.createFrom().voidItem());
    }
}
