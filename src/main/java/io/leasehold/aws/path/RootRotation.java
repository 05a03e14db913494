package io.leasehold.aws.path;

import io.leasehold.aws.client.AwsCall;
import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.AwsConnection;
import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.IamCalls;
import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * Gives the engine's own IAM user a new key. The old key goes only when the new one has been seen to work and is stored;
 * until then every failure takes the new key back, so that a rotation can be tried again.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#rotate-root-iam-credentials">Vault API</a>
 */
@Singleton
final class RootRotation {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Pauses of 0.5, 1, 2, 4, 8 and 16 seconds; AWS commonly needs 5 to 15 seconds until all of it knows a new key. */
    private static final int REPEATS = 6;

    private final AwsConfigs configs;
    private final AwsClients clients;

    RootRotation(AwsConfigs configs, AwsClients clients) {
        this.configs = configs;
        this.clients = clients;
    }

    /** Rotates; the access key id in use from now on. */
    Uni<String> rotate(MountPoint mount) {
        return configs.readRoot(mount).map(RootRotation::demandKeys).chain(root -> rotate(mount, root));
    }

    private static AwsConfigRoot demandKeys(Optional<AwsConfigRoot> found) {
        AwsConfigRoot root = found.orElseThrow(() -> VaultException.failed("no configuration found for config/root"));
        if (root.hasKeys()) {
            return root;
        }
        throw VaultException.invalid("Cannot call config/rotate-root when either access_key or secret_key is empty");
    }

    private Uni<String> rotate(MountPoint mount, AwsConfigRoot root) {
        AwsConnection aws = clients.open(root);
        return createKey(aws.iam())
                .call(key -> keep(mount, root, key)
                        .onFailure()
                        .call(() -> delete(aws.iam(), key.userName(), key.accessKeyId())
                                .onFailure()
                                .recoverWithNull()))
                .call(key -> delete(aws.iam(), key.userName(), root.settings().accessKey())
                        .onFailure(AwsRefusal.class)
                        .transform(refusal -> failed("error deleting old access key: ", refusal)))
                .map(AccessKey::accessKeyId)
                .onTermination()
                .invoke(aws::close);
    }

    private static Uni<AccessKey> createKey(IamCalls iam) {
        return iam.call(client -> client.getUser())
                .onFailure(AwsRefusal.class)
                .transform(refusal -> failed("error calling GetUser: ", refusal))
                .map(answer -> Optional.ofNullable(answer.user().userName())
                        .orElseThrow(() -> VaultException.failed("nil UserName returned from GetUser")))
                .chain(username -> iam.call(client -> client.createAccessKey(create -> create.userName(username))))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> failed("error calling CreateAccessKey: ", refusal))
                .map(answer -> answer.accessKey());
    }

    private Uni<AwsConfigRoot> keep(MountPoint mount, AwsConfigRoot root, AccessKey key) {
        AwsConfigRoot next = root.withKeys(key.accessKeyId(), SecretString.of(key.secretAccessKey()));
        return AwsCall.returning(prove(next)).chain(() -> store(mount, root, next));
    }

    private Uni<Void> prove(AwsConfigRoot next) {
        AwsConnection aws = clients.open(next);
        return attempt(aws.iam(), FIRST_PAUSE, REPEATS)
                .onFailure(AwsRefusal.class)
                .transform(refusal -> failed("error verifying the new access key: ", refusal))
                .onTermination()
                .invoke(aws::close);
    }

    private static Uni<Void> attempt(IamCalls iam, Duration pause, int repeats) {
        return iam.call(client -> client.getUser())
                .replaceWithVoid()
                .onFailure(failure -> repeats > 0 && mayPass(failure))
                .recoverWithUni(() -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause)
                        .chain(() -> attempt(iam, pause.multipliedBy(2), repeats - 1)));
    }

    /** Whether the refusal may come from a part of AWS that does not know the key yet, or from no part at all. */
    private static boolean mayPass(Throwable failure) {
        return failure instanceof AwsRefusal refusal && (refusal.is("InvalidClientTokenId") || !refusal.isFinal());
    }

    private Uni<AwsConfigRoot> store(MountPoint mount, AwsConfigRoot old, AwsConfigRoot next) {
        return configs.changeRoot(mount, stored -> {
                    if (stored.filter(old::equals).isEmpty()) {
                        throw VaultException.failed(
                                "error saving new config/root: it was changed while the key was being rotated");
                    }
                    return next;
                })
                .onFailure(failure -> !(failure instanceof VaultException))
                .transform(failure -> VaultException.failed(
                        "error saving new config/root: the database did not take it; the new key was deleted"));
    }

    private static Uni<?> delete(IamCalls iam, String username, String accessKey) {
        return iam.call(client ->
                client.deleteAccessKey(delete -> delete.userName(username).accessKeyId(accessKey)));
    }

    private static VaultException failed(String prefix, Throwable refusal) {
        return VaultException.failed(prefix + refusal.getMessage());
    }
}
