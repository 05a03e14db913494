package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.aws.role.AwsRoles;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * {@code roles}: the names of all roles.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#list-roles">Vault API</a>
 */
@Singleton
final class RolesPath implements AwsPath {
    private final AwsRoles roles;

    RolesPath(AwsRoles roles) {
        this.roles = roles;
    }

    @Override
    public Definition definition() {
        return Definition.at("roles/?")
                .guardedBy(Guard.TOKEN)
                .on(Operation.LIST, this::list)
                .help("Lists the names of all roles.");
    }

    private Uni<LogicalResponse> list(PathRequest request) {
        return roles.list(request.mount()).map(LogicalResponse.Keys::new);
    }
}
