package io.leasehold.aws.config;

import io.leasehold.barrier.Barrier;
import io.leasehold.logical.SecretString;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;

/** Root configurations of all mounts. The secret key is sealed here and bound to the row of its mount. */
@Singleton
class AwsConfigRootRepository implements PanacheRepositoryBase<AwsConfigRootEntity, String> {
    private final Barrier barrier;

    AwsConfigRootRepository(Barrier barrier) {
        this.barrier = barrier;
    }

    /** The configuration of a mount, if there is one. */
    Uni<Optional<AwsConfigRoot>> findRoot(String accessor) {
        return Panache.withSession(() -> findById(accessor))
                .map(found -> Optional.ofNullable(found).map(this::open));
    }

    /** Replaces the configuration by what is made of it, in one transaction that holds the row; the stored one. */
    Uni<AwsConfigRoot> change(String accessor, Function<Optional<AwsConfigRoot>, AwsConfigRoot> change) {
        return Panache.withTransaction(() -> findById(accessor, LockModeType.PESSIMISTIC_WRITE)
                .chain(found -> store(accessor, Optional.ofNullable(found), change)));
    }

    /** Deletes the configuration of a mount. */
    Uni<Void> remove(String accessor) {
        return Panache.withTransaction(() -> deleteById(accessor)).replaceWithVoid();
    }

    private Uni<AwsConfigRoot> store(
            String accessor,
            Optional<AwsConfigRootEntity> found,
            Function<Optional<AwsConfigRoot>, AwsConfigRoot> change) {
        AwsConfigRoot root = change.apply(found.map(this::open));
        AwsConfigRootEntity row = found.orElseGet(AwsConfigRootEntity::new);
        row.mountAccessor = accessor;
        row.settings = RootDocument.write(root.settings());
        row.secretKey = root.secretKey().isEmpty() ? null : barrier.seal(root.secretKey(), binding(accessor));
        return persist(row).replaceWith(root);
    }

    private AwsConfigRoot open(AwsConfigRootEntity row) {
        SecretString secretKey =
                row.secretKey == null ? SecretString.of("") : barrier.open(row.secretKey, binding(row.mountAccessor));
        return new AwsConfigRoot(RootDocument.read(row.settings), secretKey);
    }

    private static String binding(String accessor) {
        return "aws_config_root/" + accessor + "/secret_key";
    }
}
