package io.leasehold.aws;

import static io.restassured.RestAssured.given;

import io.leasehold.sandbox.SandboxAws;
import io.leasehold.sandbox.SandboxSeed;
import io.leasehold.sandbox.SandboxServer;
import io.leasehold.sandbox.SeededSandbox;
import io.leasehold.sandbox.account.Ids;
import io.leasehold.testing.VaultDriver;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** Speaks to the server as a client does, over HTTP with a root token; behind a mount stands a sandbox of its own. */
final class AwsDriver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final VaultDriver vault;
    final String mount;
    final SeededSandbox seeded;
    private final SandboxServer server;

    AwsDriver(VaultDriver vault, Vertx vertx, String mount) {
        this.vault = vault;
        this.mount = mount;
        SandboxAws sandbox =
                new SandboxAws("111122223333", Clock.systemUTC(), new Ids(new Random(7), new SecureRandom()));
        this.seeded = new SandboxSeed(sandbox).plant();
        this.server = SandboxServer.start(vertx, sandbox, 0).await().atMost(PATIENCE);
        post("/v1/sys/mounts/" + mount, Map.of("type", "aws")).then().statusCode(204);
    }

    /** Points the mount to the sandbox with the keys of VaultRunner. */
    AwsDriver configured() {
        write(
                        "config/root",
                        Map.of(
                                "access_key", seeded.runnerKey().id(),
                                "secret_key", seeded.runnerKey().secret(),
                                "max_retries", 0,
                                "sts_endpoint", endpoint(),
                                "iam_endpoint", endpoint()))
                .then()
                .statusCode(204);
        return this;
    }

    String endpoint() {
        return server.endpoint().toString();
    }

    Response read(String path) {
        return client().get("/v1/" + mount + "/" + path);
    }

    Response list(String path) {
        return client().get("/v1/" + mount + "/" + path + "?list=true");
    }

    Response listLeases(String prefix) {
        return client().get("/v1/sys/leases/lookup/" + prefix + "?list=true");
    }

    Response write(String path, Map<String, ?> body) {
        return post("/v1/" + mount + "/" + path, body);
    }

    Response delete(String path) {
        return client().delete("/v1/" + mount + "/" + path);
    }

    Response post(String path, Map<String, ?> body) {
        return client().contentType("application/json").body(body).post(path);
    }

    Response unmount() {
        return client().delete("/v1/sys/mounts/" + mount);
    }

    private RequestSpecification client() {
        return given().header("X-Vault-Token", vault.rootToken());
    }

    @Override
    public void close() {
        unmount();
        server.stop().await().atMost(PATIENCE);
    }
}
