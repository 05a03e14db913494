package io.leasehold.aws;

import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.aws.issuer.CredentialIssuers;
import io.leasehold.aws.role.AwsRoles;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Renewal;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.StoredUndo;
import io.leasehold.logical.VaultException;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * The AWS secrets engine. Static roles would bring two more paths, {@code static-roles/{name}} and
 * {@code static-creds/{name}}; they issue nothing under lease, so nothing here would change but {@link #forget}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/aws">Vault AWS secrets engine</a>
 */
@Singleton
public final class AwsEngine implements SecretsEngine {
    private static final String HELP = """
            The AWS secrets engine gives out AWS credentials under lease, from the roles that are written to it.
            Write its own identity to config/root and roles to roles/NAME; read credentials from creds/NAME or sts/NAME.
            """;

    private final List<EnginePath> paths;
    private final CredentialIssuers issuers;
    private final AwsConfigs configs;
    private final AwsRoles roles;
    private final AwsClients clients;

    AwsEngine(
            @All List<AwsPath> paths,
            CredentialIssuers issuers,
            AwsConfigs configs,
            AwsRoles roles,
            AwsClients clients) {
        this.paths = List.copyOf(paths);
        this.issuers = issuers;
        this.configs = configs;
        this.roles = roles;
        this.clients = clients;
    }

    @Override
    public String type() {
        return "aws";
    }

    @Override
    public List<EnginePath> paths() {
        return paths;
    }

    @Override
    public String help() {
        return HELP;
    }

    @Override
    public Uni<Void> revoke(Revocation revocation) {
        return Uni.createFrom()
                .deferred(() -> issuers.of(type(revocation.undo())).revoke(revocation));
    }

    @Override
    public Uni<Renewal> renew(MountPoint mount, StoredUndo undo) {
        if (type(undo) != CredentialType.IAM_USER) {
            return Uni.createFrom().item(MountOptions.renewalOfSessions(mount));
        }
        return configs.lease(mount).map(lease -> new Renewal.Extend(lease.terms()));
    }

    @Override
    public Uni<Void> forget(MountPoint mount) {
        return roles.removeAll(mount)
                .chain(() -> configs.removeAll(mount))
                .invoke(() -> clients.forget(mount.accessor()));
    }

    @Override
    public void checkOptions(Map<String, String> options) {
        MountOptions.check(options);
    }

    private static CredentialType type(StoredUndo undo) {
        return CredentialType.find(undo.kind())
                .orElseThrow(() -> VaultException.failed("unknown credential type of lease: " + undo.kind()));
    }
}
