package io.leasehold.lease;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.VaultException;
import io.leasehold.mount.BeforeUnmount;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/** Ends all leases of a directory, page by page, a few at a time. */
@Singleton
class PrefixRevoker implements BeforeUnmount {
    private static final int PAGE = 200;
    private final LeaseRepository leases;
    private final LeaseRevoker revoker;
    private final LeaseConfig config;

    PrefixRevoker(LeaseRepository leases, LeaseRevoker revoker, LeaseConfig config) {
        this.leases = leases;
        this.revoker = revoker;
        this.config = config;
    }

    @Override
    public Uni<Void> release(MountPoint mount) {
        return revokeInside(LeasePrefix.of(mount.path()), mount.version());
    }

    /** Revokes; stops at the first failure, and names the lease. */
    Uni<Void> revokeInside(LeasePrefix prefix, ConfigurationVersion version) {
        return leases.deleteTracelessInside(prefix)
                .chain(() -> walk(
                        prefix,
                        "",
                        (lease, position) -> revoker.revoke(lease, version)
                                .onFailure()
                                .transform(failure -> name(lease, position, failure))));
    }

    /** Forgets all of them, whatever AWS says. */
    Uni<Void> forceInside(LeasePrefix prefix, ConfigurationVersion version) {
        return leases.deleteTracelessInside(prefix)
                .chain(() -> walk(prefix, "", (lease, position) -> revoker.force(lease, version)));
    }

    private Uni<Void> walk(LeasePrefix prefix, String after, BiFunction<Lease, String, Uni<Void>> end) {
        return leases.listInside(prefix, after, PAGE)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : endAll(page, end)
                                .chain(() ->
                                        walk(prefix, page.get(page.size() - 1).id(), end)));
    }

    private Uni<Void> endAll(List<Lease> page, BiFunction<Lease, String, Uni<Void>> end) {
        return Multi.createFrom()
                .range(0, page.size())
                .onItem()
                .transformToUni(
                        i -> OwnContext.run(() -> end.apply(page.get(i), " (" + (i + 1) + " / " + page.size() + ")")))
                .merge(config.revokeWorkers())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static VaultException name(Lease lease, String position, Throwable failure) {
        String text = VaultException.textOf(failure);
        return VaultException.invalid("failed to revoke \"" + lease.id() + "\"" + position + ": " + text);
    }
}
