package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * {@code config/root}: who the engine is at AWS and where AWS is found. The secret key goes in and never comes out.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-root-iam-credentials">Vault API</a>
 */
@Singleton
final class ConfigRootPath implements AwsPath {
    private final AwsConfigs configs;
    private final AwsClients clients;

    ConfigRootPath(AwsConfigs configs, AwsClients clients) {
        this.configs = configs;
        this.clients = clients;
    }

    @Override
    public Definition definition() {
        return Definition.at("config/root")
                .guardedBy(Guard.TOKEN)
                .understands(RootFields.ALL)
                .on(Operation.READ, this::read)
                .on(Operation.UPDATE, this::write)
                .help("Reads or writes the root configuration. A write keeps what it does not name.");
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        return configs.findRoot(request.mount())
                .map(found -> found.orElseThrow(VaultException::notFound))
                .map(root -> LogicalResponse.data(root.settings()));
    }

    private Uni<LogicalResponse> write(PathRequest request) {
        return configs.changeRoot(request.mount(), stored -> RootWrite.merge(stored, request.values()))
                .invoke(() -> clients.forget(request.mount().accessor()))
                .replaceWith(LogicalResponse.empty());
    }
}
