package io.leasehold.aws.client;

import io.leasehold.aws.config.AwsConfigLease;
import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.config.RootSettings;
import io.leasehold.aws.issuer.IssueRequest;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.Caller;
import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.SecretString;
import io.leasehold.sandbox.Faults;
import io.leasehold.sandbox.SandboxAws;
import io.leasehold.sandbox.SandboxSeed;
import io.leasehold.sandbox.SandboxServer;
import io.leasehold.sandbox.SeededSandbox;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A mount whose AWS is a seeded sandbox of its own, reached through the real clients; no database is needed. */
public final class SandboxMount implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AwsTransport TRANSPORT = new AwsTransport();

    public final SeededSandbox seeded;
    public final AwsClients clients;
    private final SandboxServer server;

    public SandboxMount() {
        SandboxAws sandbox = new SandboxAws(ACCOUNT, Clock.systemUTC(), new Ids(new Random(42), new SecureRandom()));
        seeded = new SandboxSeed(sandbox).plant();
        server = SandboxServer.start(VERTX, sandbox, 0).await().atMost(PATIENCE);
        clients = new AwsClients(TRANSPORT, endpoints(server.endpoint()));
    }

    static AwsEndpointConfig endpoints(URI endpoint) {
        return endpoints(Optional.of(endpoint), Optional.of("us-east-1"));
    }

    static AwsEndpointConfig endpoints(Optional<URI> endpoint, Optional<String> region) {
        return new AwsEndpointConfig() {
            @Override
            public Optional<URI> stsEndpoint() {
                return endpoint;
            }

            @Override
            public Optional<URI> iamEndpoint() {
                return endpoint;
            }

            @Override
            public Optional<String> region() {
                return region;
            }
        };
    }

    public URI endpoint() {
        return server.endpoint();
    }

    public Account account() {
        return seeded.aws().account();
    }

    public Faults faults() {
        return seeded.aws().faults();
    }

    /** The configuration with the keys of VaultRunner. */
    public AwsConfigRoot root() {
        return rootWith(seeded.runnerKey().id(), seeded.runnerKey().secret());
    }

    public AwsConfigRoot rootWith(String accessKey, String secretKey) {
        RootSettings withoutRetries = new RootSettings(
                accessKey,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                0,
                UsernameTemplate.DEFAULT,
                "",
                "",
                0,
                "",
                0,
                0,
                false);
        return new AwsConfigRoot(withoutRetries, SecretString.of(secretKey));
    }

    public AwsConnection aws() {
        return clients.connect("aws_1", root(), List.of());
    }

    /** The hands of a person with all rights. */
    public AwsConnection admin() {
        return clients.connect(
                "admin", rootWith(seeded.adminKey().id(), seeded.adminKey().secret()), List.of());
    }

    /** Credentials as a caller may ask for them. */
    public IssueRequest request(AwsRole role, IssueRequest.Wish wish) {
        return request(role, root(), wish);
    }

    public IssueRequest request(AwsRole role, AwsConfigRoot root, IssueRequest.Wish wish) {
        AwsConfigLease lease = new AwsConfigLease(Duration.ofMinutes(30), Duration.ofHours(2));
        Caller caller = new Caller("hash", "accessor", "userpass-alice", List.of("default"), Optional.empty());
        return new IssueRequest(mountPoint(), "deploy", role, new IssueRequest.Settings(root, lease), caller, wish);
    }

    public static IssueRequest.Wish nothing() {
        return new IssueRequest.Wish(Optional.empty(), "", "", "");
    }

    public static IssueRequest.Wish ttl(Duration ttl) {
        return new IssueRequest.Wish(Optional.of(ttl), "", "", "");
    }

    public static MountPoint mountPoint() {
        return new MountPoint(
                "aws_1",
                "aws/",
                "aws",
                Duration.ofHours(768),
                Duration.ofHours(768),
                Map.of(),
                new ConfigurationVersion(1));
    }

    public static String roleArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    /** Lets the work of an issuance happen. */
    public static Issuance.Credentials run(Issuance issuance) {
        return await(issuance.credentials());
    }

    public static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        clients.close();
        server.stop().await().atMost(PATIENCE);
    }
}
