package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.VaultException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Function;

/** The mount table at rest. Each method is one transaction. */
@Singleton
class MountRepository implements PanacheRepositoryBase<MountEntity, String> {
    private final MountRows rows;

    MountRepository(MountRows rows) {
        this.rows = rows;
    }

    Uni<List<Mount>> listMounts() {
        return Panache.withSession(this::listAll)
                .map(found -> found.stream().map(rows::toMount).toList());
    }

    Uni<ConfigurationVersion> version() {
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "SELECT number FROM configuration_version", Long.class)
                                .getSingleResult()))
                .map(ConfigurationVersion::new);
    }

    /**
     * Stores a new mount unless it collides with another one. The table is locked meanwhile, so that of two mounts that
     * would nest only one is stored, on whatever nodes they are asked for.
     */
    Uni<Void> insert(Mount mount) {
        return Panache.withTransaction(() -> lockTable()
                        .chain(this::listMounts)
                        .invoke(mounts -> requireFree(mounts, mount.path()))
                        .chain(() -> persist(toRow(mount))))
                .replaceWithVoid();
    }

    private static Uni<Integer> lockTable() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("LOCK TABLE mount IN SHARE ROW EXCLUSIVE MODE")
                        .executeUpdate());
    }

    private MountEntity toRow(Mount mount) {
        MountEntity row = new MountEntity();
        rows.copy(mount, row);
        return row;
    }

    private static void requireFree(List<Mount> mounts, String path) {
        mounts.stream()
                .filter(existing -> MountPaths.collide(existing.path(), path))
                .findFirst()
                .ifPresent(existing -> {
                    throw VaultException.invalid("path is already in use at " + existing.path());
                });
    }

    /** Changes a mount under a row lock; does nothing when it is gone. */
    Uni<Void> change(String accessor, Function<Mount, Mount> change) {
        return Panache.withTransaction(() -> findById(accessor, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(row -> rows.copy(change.apply(rows.toMount(row)), row))
                .replaceWithVoid());
    }

    Uni<Void> delete(Mount mount) {
        return Panache.withTransaction(() -> deleteById(mount.accessor())).replaceWithVoid();
    }
}
