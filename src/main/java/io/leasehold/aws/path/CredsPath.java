package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * {@code creds/{name}}: credentials under lease. Reading and writing mean the same.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#generate-credentials">Vault API</a>
 */
@Singleton
final class CredsPath implements AwsPath {
    private final CredentialsDesk desk;

    CredsPath(CredentialsDesk desk) {
        this.desk = desk;
    }

    @Override
    public Definition definition() {
        return Definition.at("creds/{name}")
                .guardedBy(Guard.TOKEN)
                .understands(CredsFields.ROLE_ARN, CredsFields.TTL, CredsFields.ROLE_SESSION_NAME, CredsFields.MFA_CODE)
                .on(Operation.READ, this::issue)
                .on(Operation.UPDATE, this::issue)
                .help("Gives out credentials of a role under lease.");
    }

    private Uni<LogicalResponse> issue(PathRequest request) {
        return desk.issue(request, CredsDoor.CREDS);
    }
}
