package io.leasehold.aws.config;

import io.leasehold.logical.MountPoint;
import io.leasehold.logical.VersionedCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** The configuration of a mount; a hot read is answered from memory as long as nothing was changed on any node. */
@Singleton
public class AwsConfigs {
    private final VersionedCache<String, Optional<AwsConfigRoot>> roots = new VersionedCache<>();
    private final VersionedCache<String, Optional<AwsConfigLease>> leases = new VersionedCache<>();
    private final AwsConfigRootRepository rootRepository;
    private final AwsConfigLeaseRepository leaseRepository;

    AwsConfigs(AwsConfigRootRepository rootRepository, AwsConfigLeaseRepository leaseRepository) {
        this.rootRepository = rootRepository;
        this.leaseRepository = leaseRepository;
    }

    /** The root configuration, if there is one. */
    public Uni<Optional<AwsConfigRoot>> findRoot(MountPoint mount) {
        return roots.get(mount.version(), mount.accessor(), () -> rootRepository.findRoot(mount.accessor()));
    }

    /** The root configuration, or what holds without one. */
    public Uni<AwsConfigRoot> root(MountPoint mount) {
        return findRoot(mount).map(found -> found.orElse(AwsConfigRoot.none()));
    }

    /** The root configuration as it is stored now, past all memory. */
    public Uni<Optional<AwsConfigRoot>> readRoot(MountPoint mount) {
        return rootRepository.findRoot(mount.accessor());
    }

    /** Stores what is made of the root configuration; a failure of the change leaves everything as it was. */
    public Uni<AwsConfigRoot> changeRoot(MountPoint mount, Function<Optional<AwsConfigRoot>, AwsConfigRoot> change) {
        return rootRepository.change(mount.accessor(), change);
    }

    /** The lease times of IAM users, if they were set. */
    public Uni<Optional<AwsConfigLease>> findLease(MountPoint mount) {
        return leases.get(mount.version(), mount.accessor(), () -> leaseRepository.findLease(mount.accessor()));
    }

    /** The lease times of IAM users, or what holds without them. */
    public Uni<AwsConfigLease> lease(MountPoint mount) {
        return findLease(mount).map(found -> found.orElse(AwsConfigLease.none()));
    }

    /** Sets the lease times of IAM users. */
    public Uni<Void> storeLease(MountPoint mount, AwsConfigLease config) {
        return leaseRepository.store(mount.accessor(), config);
    }

    /** Deletes all configuration of a mount. */
    public Uni<Void> removeAll(MountPoint mount) {
        return rootRepository.remove(mount.accessor()).chain(() -> leaseRepository.remove(mount.accessor()));
    }
}
