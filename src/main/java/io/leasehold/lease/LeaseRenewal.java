package io.leasehold.lease;

import io.leasehold.logical.LeaseAnswer;
import io.leasehold.logical.LeaseTerms;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Renewal;
import io.leasehold.logical.VaultException;
import io.leasehold.mount.EngineCatalog;
import io.leasehold.mount.MountTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Moves the end of a lease, as far as the engine and the limits allow. */
@Singleton
class LeaseRenewal {
    private static final String NOT_RENEWABLE = "lease is not renewable";
    private final LeaseRepository leases;
    private final EngineCatalog engines;
    private final Clock clock;

    LeaseRenewal(LeaseRepository leases, EngineCatalog engines, Clock clock) {
        this.leases = leases;
        this.engines = engines;
        this.clock = clock;
    }

    /**
     * Renews a lease.
     *
     * @param increment wished time from now; zero for the engine's usual one
     * @return the lease with its new end, or a failure 400 in Vault's words
     */
    Uni<LogicalResponse> renew(String id, Duration increment, MountTable table) {
        return leases.find(id)
                .map(found -> found.orElseThrow(() -> VaultException.invalid("lease not found")))
                .invoke(this::requireAlive)
                .chain(lease -> renew(lease, increment, mountOf(lease, table)));
    }

    private void requireAlive(Lease lease) {
        if (lease.state() == Lease.State.IRREVOCABLE) {
            throw VaultException.invalid("lease is expired and has failed previous revocation attempts");
        }
        if (lease.isExpired(clock.instant())) {
            throw VaultException.invalid("lease expired");
        }
        if (lease.state() == Lease.State.PENDING) {
            throw VaultException.invalid("lease not found");
        }
    }

    private static MountPoint mountOf(Lease lease, MountTable table) {
        return table.findPoint(lease.owner().mountAccessor())
                .orElseThrow(() -> VaultException.invalid("lease not found"));
    }

    private Uni<LogicalResponse> renew(Lease lease, Duration increment, MountPoint mount) {
        return engines.find(mount.type())
                .orElseThrow(() -> VaultException.invalid(NOT_RENEWABLE))
                .renew(mount, lease.undo())
                .chain(renewal -> apply(renewal, lease, increment, mount));
    }

    private Uni<LogicalResponse> apply(Renewal renewal, Lease lease, Duration increment, MountPoint mount) {
        if (renewal instanceof Renewal.Extend extend && lease.renewable()) {
            return extend(lease, increment, mount, extend.terms());
        }
        if (renewal instanceof Renewal.Remains remains) {
            return Uni.createFrom().item(answer(lease, lease.secondsLeft(clock.instant()), remains.warnings()));
        }
        return Uni.createFrom().failure(VaultException.invalid(NOT_RENEWABLE));
    }

    private Uni<LogicalResponse> extend(Lease lease, Duration increment, MountPoint mount, LeaseTerms terms) {
        Instant now = clock.instant();
        TtlRule.Terms asked = new TtlRule.Terms(
                increment, terms.ttl(), mount.defaultLeaseTtl(), List.of(mount.maxLeaseTtl(), terms.maxTtl()));
        TtlRule.Granted granted = TtlRule.grant(asked, lease.times().issueTime(), now);
        return leases.renew(lease.id(), now, now.plus(granted.ttl()))
                .invoke(LeaseRenewal::requireRenewed)
                .map(renewed -> answer(lease, TtlRule.wholeSeconds(granted.ttl()), granted.warnings()));
    }

    private static void requireRenewed(boolean renewed) {
        if (!renewed) {
            throw VaultException.invalid("lease expired");
        }
    }

    private static LogicalResponse answer(Lease lease, long seconds, List<String> warnings) {
        return new LogicalResponse.Leased(new LeaseAnswer(lease.id(), seconds, lease.renewable()), null, warnings);
    }
}
