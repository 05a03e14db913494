package io.leasehold.aws.path;

import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.aws.issuer.CredentialIssuers;
import io.leasehold.aws.issuer.IssueRequest;
import io.leasehold.aws.issuer.IssueRequest.Settings;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.AwsRoles;
import io.leasehold.logical.GoText;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes a wish for credentials to the issuer of the right type. */
@Singleton
final class CredentialsDesk {
    private final AwsRoles roles;
    private final AwsConfigs configs;
    private final CredentialIssuers issuers;

    CredentialsDesk(AwsRoles roles, AwsConfigs configs, CredentialIssuers issuers) {
        this.roles = roles;
        this.configs = configs;
        this.issuers = issuers;
    }

    /** Prepares the credentials; the road makes and leases them. */
    Uni<LogicalResponse> issue(PathRequest request, CredsDoor door) {
        String name = request.captured("name");
        return roles.find(request.mount(), name)
                .map(found ->
                        found.orElseThrow(() -> VaultException.invalid("Role " + GoText.quote(name) + " not found")))
                .chain(role -> settings(request.mount()).map(settings -> prepare(request, door, role, settings)));
    }

    private Uni<Settings> settings(MountPoint mount) {
        return configs.root(mount).chain(root -> configs.lease(mount).map(lease -> new Settings(root, lease)));
    }

    private LogicalResponse prepare(PathRequest request, CredsDoor door, AwsRole role, Settings settings) {
        IssueRequest wanted = new IssueRequest(
                request.mount(),
                request.captured("name"),
                role,
                settings,
                request.caller(),
                CredsFields.toWish(request.values()));
        return new LogicalResponse.Issue(issuers.of(door.choose(role)).prepare(wanted), List.of());
    }
}
