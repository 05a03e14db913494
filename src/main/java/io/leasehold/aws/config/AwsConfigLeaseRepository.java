package io.leasehold.aws.config;

import io.leasehold.logical.GoDuration;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lease times of IAM users, of all mounts. */
@Singleton
class AwsConfigLeaseRepository implements PanacheRepositoryBase<AwsConfigLeaseEntity, String> {
    /** The lease times of a mount, if they were set. */
    Uni<Optional<AwsConfigLease>> findLease(String accessor) {
        return Panache.withSession(() -> findById(accessor))
                .map(found -> Optional.ofNullable(found).map(AwsConfigLeaseRepository::toConfig));
    }

    /** Sets the lease times of a mount. */
    Uni<Void> store(String accessor, AwsConfigLease config) {
        AwsConfigLeaseEntity row = new AwsConfigLeaseEntity();
        row.mountAccessor = accessor;
        row.lease = GoDuration.format(config.lease());
        row.leaseMax = GoDuration.format(config.leaseMax());
        return Panache.withTransaction(() -> getSession().chain(session -> session.merge(row)))
                .replaceWithVoid();
    }

    /** Deletes the lease times of a mount. */
    Uni<Void> remove(String accessor) {
        return Panache.withTransaction(() -> deleteById(accessor)).replaceWithVoid();
    }

    private static AwsConfigLease toConfig(AwsConfigLeaseEntity row) {
        return new AwsConfigLease(GoDuration.parse(row.lease), GoDuration.parse(row.leaseMax));
    }
}
