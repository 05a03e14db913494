package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.aws.role.AwsRoles;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * {@code roles/{name}}: one role.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#create-update-role">Vault API</a>
 */
@Singleton
final class RolePath implements AwsPath {
    private static final String NAME = "name";

    private final AwsRoles roles;
    private final RoleCeilingCheck ceilings;

    RolePath(AwsRoles roles, RoleCeilingCheck ceilings) {
        this.roles = roles;
        this.ceilings = ceilings;
    }

    @Override
    public Definition definition() {
        return Definition.at("roles/{name}")
                .guardedBy(Guard.TOKEN)
                .understands(RoleFields.ALL)
                .on(Operation.READ, this::read)
                .on(Operation.UPDATE, this::write)
                .on(Operation.DELETE, this::delete)
                .help("Reads, writes or deletes a role. A write keeps what it does not name.");
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        return roles.find(request.mount(), request.captured(NAME))
                .map(found -> found.orElseThrow(VaultException::notFound))
                .map(role -> LogicalResponse.data(ReadRole.of(role)));
    }

    private Uni<LogicalResponse> write(PathRequest request) {
        RoleWrite write = new RoleWrite(request.values());
        return roles.change(request.mount(), request.captured(NAME), write::applyTo)
                .chain(role -> ceilings.warnings(request.mount(), role))
                .map(warnings ->
                        LogicalResponse.empty().withWarnings(write.warnings()).withWarnings(warnings));
    }

    private Uni<LogicalResponse> delete(PathRequest request) {
        return roles.remove(request.mount(), request.captured(NAME)).replaceWith(LogicalResponse.empty());
    }
}
