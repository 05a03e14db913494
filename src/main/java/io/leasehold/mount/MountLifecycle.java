package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.VaultException;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Enables and disables mounts. */
@Singleton
class MountLifecycle {
    private final Mounts mounts;
    private final MountRepository repository;
    private final EngineCatalog engines;
    private final List<BeforeUnmount> guests;

    MountLifecycle(Mounts mounts, MountRepository repository, EngineCatalog engines, @All List<BeforeUnmount> guests) {
        this.mounts = mounts;
        this.repository = repository;
        this.engines = engines;
        this.guests = guests;
    }

    /** Mounts an engine; fails with 400 where the path, the type or the settings do not allow it. */
    Uni<Void> enable(Mount mount) {
        if (MountPaths.isReserved(mount.path())) {
            return Uni.createFrom().failure(VaultException.invalid("cannot mount \"" + mount.path() + "\""));
        }
        return repository.insert(mount);
    }

    /** Taints the mount, ends its leases, deletes what the engine stored, then the mount; nothing there is fine. */
    Uni<Void> disable(String path) {
        if (MountPaths.isBuiltIn(path)) {
            return Uni.createFrom().failure(VaultException.invalid("cannot unmount \"" + path + "\""));
        }
        return mounts.now()
                .map(table -> table.findAt(path))
                .chain(found ->
                        found.map(this::remove).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> remove(Mount mount) {
        return repository
                .change(mount.accessor(), MountLifecycle::taint)
                .chain(repository::version)
                .chain(version -> removeTainted(mount, version));
    }

    private Uni<Void> removeTainted(Mount mount, ConfigurationVersion version) {
        MountPoint point = mount.toMountPoint(version);
        return release(point).chain(() -> engine(mount).forget(point)).chain(() -> repository.delete(mount));
    }

    /** Ends everything issued under a mount. */
    Uni<Void> release(MountPoint point) {
        return Multi.createFrom()
                .iterable(guests)
                .onItem()
                .transformToUniAndConcatenate(guest -> guest.release(point))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private SecretsEngine engine(Mount mount) {
        return engines.find(mount.type())
                .orElseThrow(() -> VaultException.invalid("plugin not found in the catalog: " + mount.type()));
    }

    static Mount taint(Mount mount) {
        return withTaint(mount, mount.path(), true);
    }

    static Mount withTaint(Mount mount, String path, boolean tainted) {
        return new Mount(
                mount.accessor(),
                mount.uuid(),
                path,
                mount.type(),
                mount.description(),
                mount.tuning(),
                mount.options(),
                mount.flags(),
                tainted);
    }
}
