package io.leasehold.lease;

import io.leasehold.logical.Ids;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.LeaseAnswer;
import io.leasehold.logical.LeaseTerms;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.StoredUndo;
import io.leasehold.logical.Undo;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs an issuance under a lease. Where the credentials leave something behind at AWS, the lease is stored first and is
 * the write-ahead record: whatever happens in between, the reaper finds it and undoes what may have come to be.
 */
@Singleton
public class LeaseIssuer {
    private static final int RANDOM_CHARACTERS = 24;
    private final LeaseRepository leases;
    private final LeaseRevoker revoker;
    private final LeaseConfig config;
    private final Ids ids;
    private final Clock clock;

    LeaseIssuer(LeaseRepository leases, LeaseRevoker revoker, LeaseConfig config, Ids ids, Clock clock) {
        this.leases = leases;
        this.revoker = revoker;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Issues and leases; fails with what AWS said, and then leaves nothing behind that is not on record. */
    public Uni<LogicalResponse> issue(PathRequest request, Issuance issuance) {
        if (issuance instanceof Issuance.PendingFirst pendingFirst) {
            return issuePendingFirst(request, pendingFirst);
        }
        return issuance.credentials().chain(credentials -> storeAnswered(request, issuance.undo(), credentials));
    }

    private Uni<LogicalResponse> issuePendingFirst(PathRequest request, Issuance.PendingFirst issuance) {
        Draft draft = draft(request, issuance.undo(), issuance.terms(), Lease.State.PENDING);
        return leases.insert(draft.lease, draft.lease.times().issueTime().plus(config.pendingGrace()))
                .invoke(LeaseIssuer::requireStored)
                .chain(issuance::credentials)
                .onFailure(failure -> !(failure instanceof Issuance.NothingMade))
                .call(() -> leases.expireNow(draft.lease.id(), clock.instant()))
                .onFailure(Issuance.NothingMade.class)
                .recoverWithUni(failure -> withdraw(draft, (Issuance.NothingMade) failure))
                .chain(credentials -> activate(draft, credentials, request.mount()));
    }

    private Uni<Issuance.Credentials> withdraw(Draft draft, Issuance.NothingMade failure) {
        return leases.delete(draft.lease.id()).chain(() -> Uni.createFrom().failure(failure.refusal()));
    }

    private Uni<LogicalResponse> activate(Draft draft, Issuance.Credentials credentials, MountPoint mount) {
        return leases.activate(
                        draft.lease.id(), clock.instant(), draft.lease.times().expireTime())
                .chain(active -> active
                        ? Uni.createFrom().item(draft.answer(credentials))
                        : giveBack(draft.lease, mount)
                                .chain(() -> Uni.createFrom().failure(revokedMeanwhile())));
    }

    /**
     * Undoes credentials whose lease was given up while they were being made. They go back on record first, so that a
     * crash, or AWS, cannot keep them from being undone later.
     */
    private Uni<Void> giveBack(Lease lease, MountPoint mount) {
        return leases.putBack(lease, clock.instant().plus(config.pendingGrace()))
                .chain(() -> revoker.undo(lease, mount))
                .chain(() -> leases.delete(lease.id()))
                .onFailure()
                .recoverWithUni(failure -> leases.expireNow(lease.id(), clock.instant()));
    }

    private Uni<LogicalResponse> storeAnswered(PathRequest request, Undo undo, Issuance.Credentials credentials) {
        Draft draft = draft(request, undo, credentials.terms(), Lease.State.ACTIVE);
        return leases.insert(draft.lease, draft.lease.times().expireTime())
                .invoke(LeaseIssuer::requireStored)
                .onFailure()
                .call(() -> revoker.undo(draft.lease, request.mount()))
                .map(stored -> draft.answer(credentials));
    }

    private Draft draft(PathRequest request, Undo undo, LeaseTerms terms, Lease.State state) {
        Instant now = clock.instant();
        Duration mountMax = request.mount().maxLeaseTtl();
        TtlRule.Granted granted = TtlRule.grant(
                new TtlRule.Terms(
                        Duration.ZERO,
                        terms.ttl(),
                        request.mount().defaultLeaseTtl(),
                        List.of(mountMax, terms.maxTtl())),
                now,
                now);
        Lease lease = new Lease(
                request.request().path() + "/" + ids.base62(RANDOM_CHARACTERS),
                new Lease.Owner(request.mount().accessor(), request.caller().tokenHash()),
                state,
                new Lease.Times(now, now.plus(granted.ttl()), Optional.empty()),
                terms.renewable(),
                new StoredUndo(undo.kind(), undo.facts()),
                undo.leavesTrace(),
                Lease.Failures.NONE);
        return new Draft(lease, granted);
    }

    private static void requireStored(boolean stored) {
        if (!stored) {
            throw VaultException.invalid("the mount or the token was removed while credentials were being issued");
        }
    }

    private static VaultException revokedMeanwhile() {
        return VaultException.invalid("the lease was revoked while its credentials were being issued");
    }

    private record Draft(Lease lease, TtlRule.Granted granted) {
        LogicalResponse answer(Issuance.Credentials credentials) {
            LeaseAnswer answer = new LeaseAnswer(lease.id(), TtlRule.wholeSeconds(granted.ttl()), lease.renewable());
            return new LogicalResponse.Leased(answer, credentials.data(), granted.warnings())
                    .withWarnings(credentials.warnings());
        }
    }
}
