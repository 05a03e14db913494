package io.leasehold.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sandbox.Faults;
import io.leasehold.sandbox.SandboxAws;
import io.leasehold.sandbox.SandboxSeed;
import io.leasehold.sandbox.SandboxServer;
import io.leasehold.sandbox.SeededSandbox;
import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.Ids;
import io.leasehold.sandbox.account.Session;
import io.leasehold.testing.VaultAnswer;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A seeded sandbox on a port of its own that lives by the server's clock. */
final class AwsLab implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> SEEDED = List.of("VaultRunner", "Admin");

    private final SeededSandbox seeded;
    private final SandboxServer server;

    private AwsLab(SeededSandbox seeded, SandboxServer server) {
        this.seeded = seeded;
        this.server = server;
    }

    static AwsLab open(Vertx vertx, Clock clock) {
        SandboxAws sandbox = new SandboxAws(ACCOUNT, clock, new Ids(new SecureRandom(), new SecureRandom()));
        SeededSandbox seeded = new SandboxSeed(sandbox).plant();
        return new AwsLab(seeded, SandboxServer.start(vertx, sandbox, 0).await().atMost(PATIENCE));
    }

    String endpoint() {
        return server.endpoint().toString();
    }

    Account account() {
        return seeded.aws().account();
    }

    Faults faults() {
        return seeded.aws().faults();
    }

    AccessKey runnerKey() {
        return seeded.runnerKey();
    }

    /** The hands of the people who run the account. */
    AwsSdk admin() {
        return AwsSdk.with(endpoint(), seeded.adminKey().id(), seeded.adminKey().secret(), null);
    }

    /** The SDK with credentials as the server answered them. */
    AwsSdk using(VaultAnswer issued) {
        JsonNode data = issued.data();
        return AwsSdk.with(
                endpoint(),
                data.path("access_key").asText(),
                data.path("secret_key").asText(),
                data.path("security_token").asText(null));
    }

    /** The session behind credentials as the server answered them. */
    Session session(VaultAnswer issued) {
        return account().tokens().open(issued.data().path("security_token").asText());
    }

    /** A body for {@code config/root} with the keys of VaultRunner, and with what is given besides. */
    Map<String, Object> root(Map<String, ?> more) {
        Map<String, Object> root = new HashMap<>(Map.of(
                "access_key", runnerKey().id(),
                "secret_key", runnerKey().secret(),
                "sts_endpoint", endpoint(),
                "iam_endpoint", endpoint()));
        root.putAll(more);
        return root;
    }

    /** The users that were not there from the start. */
    List<IamUser> issuedUsers() {
        return account().users().values().stream()
                .filter(user -> !SEEDED.contains(user.name()))
                .toList();
    }

    static String roleArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    @Override
    public void close() {
        server.stop().await().atMost(PATIENCE);
    }
}
