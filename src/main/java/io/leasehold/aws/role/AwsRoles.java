package io.leasehold.aws.role;

import io.leasehold.logical.MountPoint;
import io.leasehold.logical.VersionedCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The roles of a mount; a hot read is answered from memory as long as nothing was changed on any node. */
@Singleton
public class AwsRoles {
    private final VersionedCache<Key, Optional<AwsRole>> cache = new VersionedCache<>();
    private final AwsRoleRepository repository;

    AwsRoles(AwsRoleRepository repository) {
        this.repository = repository;
    }

    /** The role with that name, if there is one. */
    public Uni<Optional<AwsRole>> find(MountPoint mount, String name) {
        Key key = new Key(mount.accessor(), name);
        return cache.get(mount.version(), key, () -> repository.findRole(mount.accessor(), name));
    }

    /** Stores what is made of a role; a failure of the change leaves everything as it was. */
    public Uni<AwsRole> change(MountPoint mount, String name, Function<Optional<AwsRole>, AwsRole> change) {
        return repository.change(mount.accessor(), name, change);
    }

    /** Names in alphabetical order. */
    public Uni<List<String>> list(MountPoint mount) {
        return repository.listNames(mount.accessor());
    }

    /** Deletes a role; one that is not there counts as deleted. Leases that it gave live on. */
    public Uni<Void> remove(MountPoint mount, String name) {
        return repository.remove(mount.accessor(), name);
    }

    /** Deletes all roles of a mount. */
    public Uni<Void> removeAll(MountPoint mount) {
        return repository.removeAll(mount.accessor());
    }

    private record Key(String accessor, String name) {}
}
