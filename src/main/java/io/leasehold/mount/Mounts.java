package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.VersionedCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The mount table of the moment, read once per version of the configuration. */
@Singleton
public class Mounts {
    private final MountRepository repository;
    private final VersionedCache<String, MountTable> cache = new VersionedCache<>();

    Mounts(MountRepository repository) {
        this.repository = repository;
    }

    /** The table as it stood at, or after, a version. */
    public Uni<MountTable> at(ConfigurationVersion version) {
        return cache.get(
                version, "table", () -> repository.listMounts().map(mounts -> new MountTable(version, mounts)));
    }

    /** The table of this moment, read from the database. */
    public Uni<MountTable> now() {
        return repository.version().chain(this::at);
    }
}
