package io.leasehold.server;

import io.leasehold.logical.Ids;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.Operation;
import io.leasehold.logical.SecretString;
import io.leasehold.pipeline.Initialisation;
import io.leasehold.pipeline.RequestPipeline;
import io.leasehold.sandbox.SeededSandbox;
import io.leasehold.server.DevFacts.SandboxKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Initialises the server, then mounts {@code sandbox/} with the role {@code app-readonly} by the same road that every
 * client takes. {@code aws/} is left free for the person at the keyboard.
 */
@Singleton
class SandboxDevSetup implements DevSetup {
    private static final String LOOPBACK = "127.0.0.1";
    private final Initialisation initialisation;
    private final RequestPipeline pipeline;
    private final Instance<SeededSandbox> sandbox;
    private final Ids ids;

    SandboxDevSetup(Initialisation initialisation, RequestPipeline pipeline, Instance<SeededSandbox> sandbox, Ids ids) {
        this.initialisation = initialisation;
        this.pipeline = pipeline;
        this.sandbox = sandbox;
        this.ids = ids;
    }

    @Override
    public Uni<DevFacts> prepare(DevOptions options) {
        return initialisation
                .initialise(options.rootToken())
                .call(root -> options.sandbox()
                        ? mountSandbox(root)
                        : Uni.createFrom().voidItem())
                .map(root -> new DevFacts(options.address(), root, keys(options)));
    }

    private Optional<SandboxKeys> keys(DevOptions options) {
        return options.sandbox() ? Optional.of(keys()) : Optional.empty();
    }

    private SandboxKeys keys() {
        SeededSandbox seeded = sandbox.get();
        return new SandboxKeys(
                seeded.runnerKey().id(), SecretString.of(seeded.runnerKey().secret()));
    }

    private Uni<Void> mountSandbox(SecretString root) {
        SandboxKeys keys = keys();
        Map<String, Object> mount = Map.of("type", "aws", "description", "AWS sandbox of dev mode");
        Map<String, Object> config = Map.of(
                "access_key", keys.accessKeyId(),
                "secret_key", keys.secretAccessKey().reveal(),
                "region", "ap-northeast-1");
        Map<String, Object> role = Map.of(
                "credential_type", "assumed_role",
                "role_arns", "arn:aws:iam::111122223333:role/ProdAppReadOnly",
                "default_sts_ttl", "30m",
                "max_sts_ttl", "1h");
        return write(root, "sys/mounts/sandbox", mount)
                .chain(() -> write(root, "sandbox/config/root", config))
                .chain(() -> write(root, "sandbox/roles/app-readonly", role));
    }

    private Uni<Void> write(SecretString root, String path, Map<String, Object> data) {
        return pipeline.handle(
                        new LogicalRequest(ids.uuid(), Operation.UPDATE, path, data, Optional.of(root), LOOPBACK))
                .replaceWithVoid();
    }
}
