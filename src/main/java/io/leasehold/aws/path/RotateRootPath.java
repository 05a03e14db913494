package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * {@code config/rotate-root}: gives the engine's own IAM user a new key.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#rotate-root-iam-credentials">Vault API</a>
 */
@Singleton
final class RotateRootPath implements AwsPath {
    private final RootRotation rotation;

    RotateRootPath(RootRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public Definition definition() {
        return Definition.at("config/rotate-root")
                .guardedBy(Guard.TOKEN)
                .on(Operation.UPDATE, this::rotate)
                .help("Makes a new access key for the engine's own IAM user and deletes the one used until now.");
    }

    private Uni<LogicalResponse> rotate(PathRequest request) {
        return rotation.rotate(request.mount()).map(accessKey -> LogicalResponse.data(new Rotated(accessKey)));
    }

    /** @param accessKey access key id in use from now on */
    @RegisterForReflection
    record Rotated(String accessKey) {}
}
