package io.leasehold.lease;

import io.leasehold.barrier.Seal;
import io.leasehold.barrier.SealState;
import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.VaultException;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends what is due: expired leases, leases of dead tokens, queued revocations, and pending leases whose credentials
 * never came to be. Any number of nodes may run it at the same time; a lease is claimed by one of them.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/lease#irrevocable-leases">Irrevocable leases</a>
 */
@Singleton
public class LeaseReaper {
    private static final int TRACELESS_BATCH = 5_000;
    private static final int CLAIM_BATCH = 200;
    private final Seal seal;
    private final DueLeaseRepository due;
    private final LeaseRevoker revoker;
    private final RevokeBackoff backoff;
    private final LeaseConfig config;
    private final Clock clock;

    LeaseReaper(
            Seal seal,
            DueLeaseRepository due,
            LeaseRevoker revoker,
            RevokeBackoff backoff,
            LeaseConfig config,
            Clock clock) {
        this.seal = seal;
        this.due = due;
        this.revoker = revoker;
        this.backoff = backoff;
        this.config = config;
        this.clock = clock;
    }

    /** One look at what is due; ends when nothing is due any more. */
    @Scheduled(
            every = "${leasehold.lease.reaper-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public Uni<Void> reap() {
        return seal.state()
                .chain(state -> state == SealState.UNSEALED
                        ? forgetTraceless().chain(this::revokeDue)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> forgetTraceless() {
        return due.deleteTraceless(clock.instant(), TRACELESS_BATCH)
                .chain(deleted -> deleted == TRACELESS_BATCH
                        ? forgetTraceless()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> revokeDue() {
        Instant now = clock.instant();
        Duration claim = config.revokeTimeout().multipliedBy(2);
        return due.version()
                .chain(version -> due.claim(now, now.plus(claim), CLAIM_BATCH)
                        .chain(leases -> Multi.createFrom()
                                .iterable(leases)
                                .onItem()
                                .transformToUni(lease -> OwnContext.run(() -> revoke(lease, version)))
                                .merge(config.revokeWorkers())
                                .collect()
                                .last()
                                .chain(() -> leases.size() == CLAIM_BATCH
                                        ? revokeDue()
                                        : Uni.createFrom().voidItem())));
    }

    private Uni<Void> revoke(Lease lease, ConfigurationVersion version) {
        return revoker.revoke(lease, version).onFailure().recoverWithUni(failure -> postpone(lease, failure));
    }

    private Uni<Void> postpone(Lease lease, Throwable failure) {
        RevokeBackoff.Next next = backoff.after(lease, VaultException.textOf(failure));
        Log.warnf(
                "lease %s not revoked, attempt %d: %s",
                lease.id(), lease.failures().attempts() + 1, next.error());
        return due.recordFailure(
                lease, next.state(), next.error(), clock.instant().plus(next.pause()));
    }
}
