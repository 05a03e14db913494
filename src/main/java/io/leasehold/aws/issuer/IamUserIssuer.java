package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.AwsConnection;
import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.Partition;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * IAM users that live as long as their lease. They are the one type that leaves something behind at AWS, so a pending
 * lease comes first.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/aws#iam_user">Vault iam_user</a>
 */
@Singleton
final class IamUserIssuer implements CredentialIssuer {
    private final AwsClients clients;
    private final AwsConfigs configs;
    private final IssuedNames names;

    IamUserIssuer(AwsClients clients, AwsConfigs configs, IssuedNames names) {
        this.clients = clients;
        this.configs = configs;
        this.names = names;
    }

    @Override
    public CredentialType type() {
        return CredentialType.IAM_USER;
    }

    @Override
    public Issuance prepare(IssueRequest request) {
        Partition partition =
                clients.partition(request.settings().root(), request.role().namedArns());
        AwsUndo.IamUser undo = new AwsUndo.IamUser(names.ofUser(request), request.roleName(), partition.id());
        return new Issuance.PendingFirst(
                undo, request.settings().lease().terms(), Uni.createFrom().deferred(() -> create(request, undo)));
    }

    @Override
    public Uni<Void> revoke(Revocation revocation) {
        AwsUndo.IamUser undo = AwsUndo.IamUser.of(revocation.undo().facts());
        if (undo.username().isEmpty()) {
            return Uni.createFrom().failure(VaultException.failed("secret is missing username internal data"));
        }
        String accessor = revocation.mount().accessor();
        return configs.root(revocation.mount())
                .map(root -> clients.connect(accessor, root, Partition.find(undo.partition())))
                .chain(aws -> new IamUserRemoval(aws.iam(), undo.username()).remove(revocation.age()))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> ((AwsRefusal) refusal).toVault(""));
    }

    private Uni<Issuance.Credentials> create(IssueRequest request, AwsUndo.IamUser undo) {
        AwsConnection aws = clients.connect(
                request.mount().accessor(), request.settings().root(), Partition.find(undo.partition()));
        IamUserCreation creation = new IamUserCreation(aws.iam(), request.role(), undo);
        return creation.create()
                .map(data -> new Issuance.Credentials(
                        data, request.settings().lease().terms(), List.of()));
    }
}
