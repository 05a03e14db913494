package io.leasehold.aws.role;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Roles of all mounts; the accessor of the mount comes first in every question. */
@Singleton
class AwsRoleRepository implements PanacheRepositoryBase<AwsRoleEntity, AwsRoleEntity.Key> {
    private static final String STORE = """
            INSERT INTO aws_role (mount_accessor, name, document) VALUES (:accessor, :name, :document)
            ON CONFLICT (mount_accessor, name) DO UPDATE SET document = excluded.document
            """;

    /** The role with that name, if there is one. */
    Uni<Optional<AwsRole>> findRole(String accessor, String name) {
        return Panache.withSession(() -> findNow(accessor, name));
    }

    /** Replaces a role by what is made of it, in one transaction; the stored role. */
    Uni<AwsRole> change(String accessor, String name, Function<Optional<AwsRole>, AwsRole> change) {
        return Panache.withTransaction(() ->
                findNow(accessor, name).map(change).call(role -> store(accessor, name, RoleDocument.write(role))));
    }

    /** Names in alphabetical order. */
    Uni<List<String>> listNames(String accessor) {
        return Panache.withSession(() -> list("key.mountAccessor", accessor))
                .map(roles ->
                        roles.stream().map(role -> role.key.name()).sorted().toList());
    }

    /** Deletes a role; one that is not there counts as deleted. */
    Uni<Void> remove(String accessor, String name) {
        return Panache.withTransaction(() -> deleteById(new AwsRoleEntity.Key(accessor, name)))
                .replaceWithVoid();
    }

    /** Deletes all roles of a mount. */
    Uni<Void> removeAll(String accessor) {
        return Panache.withTransaction(() -> delete("key.mountAccessor", accessor))
                .replaceWithVoid();
    }

    private Uni<Optional<AwsRole>> findNow(String accessor, String name) {
        return findById(new AwsRoleEntity.Key(accessor, name))
                .map(found -> Optional.ofNullable(found).map(role -> RoleDocument.read(role.document)));
    }

    private Uni<Integer> store(String accessor, String name, String document) {
        return getSession()
                .chain(session -> session.createNativeQuery(STORE)
                        .setParameter("accessor", accessor)
                        .setParameter("name", name)
                        .setParameter("document", document)
                        .executeUpdate());
    }
}
