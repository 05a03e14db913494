package io.leasehold.lease;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.VaultException;
import io.leasehold.mount.EngineCatalog;
import io.leasehold.mount.Mounts;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends one lease: asks the engine to undo what it stands for, then forgets it. Safe to repeat. */
@Singleton
class LeaseRevoker {
    private final LeaseRepository leases;
    private final Mounts mounts;
    private final EngineCatalog engines;
    private final LeaseConfig config;
    private final Clock clock;

    LeaseRevoker(LeaseRepository leases, Mounts mounts, EngineCatalog engines, LeaseConfig config, Clock clock) {
        this.leases = leases;
        this.mounts = mounts;
        this.engines = engines;
        this.config = config;
        this.clock = clock;
    }

    /** Revokes a lease; a failure leaves it as it is and says what AWS said. */
    Uni<Void> revoke(Lease lease, ConfigurationVersion version) {
        return undo(lease, version)
                .onFailure()
                .transform(LeaseRevoker::toRefusal)
                .chain(() -> leases.delete(lease.id()));
    }

    /** Forgets a lease whatever the engine says. */
    Uni<Void> force(Lease lease, ConfigurationVersion version) {
        return undo(lease, version).onFailure().recoverWithNull().chain(() -> leases.delete(lease.id()));
    }

    private Uni<Void> undo(Lease lease, ConfigurationVersion version) {
        return lease.leavesTrace()
                ? mounts.at(version)
                        .map(table -> table.findPoint(lease.owner().mountAccessor())
                                .orElseThrow(() -> VaultException.invalid("the mount of the lease is gone")))
                        .chain(mount -> undo(lease, mount))
                : Uni.createFrom().voidItem();
    }

    /** Undoes what a lease stands for, without touching its record. */
    Uni<Void> undo(Lease lease, MountPoint mount) {
        Revocation revocation = new Revocation(mount, lease.undo(), lease.age(clock.instant()));
        return engine(mount)
                .revoke(revocation)
                .ifNoItem()
                .after(config.revokeTimeout())
                .failWith(() -> VaultException.invalid("AWS did not answer in time"));
    }

    private SecretsEngine engine(MountPoint mount) {
        return engines.find(mount.type())
                .orElseThrow(() -> VaultException.invalid("plugin not found in the catalog: " + mount.type()));
    }

    private static VaultException toRefusal(Throwable failure) {
        if (!(failure instanceof VaultException)) {
            Log.error("a revoke failed in a way that was not foreseen", failure);
        }
        String text = VaultException.textOf(failure);
        return VaultException.invalid("failed to revoke entry: resp: (*logical.Response)(nil) err: " + text);
    }
}
