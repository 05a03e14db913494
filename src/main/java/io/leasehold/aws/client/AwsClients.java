package io.leasehold.aws.client;

import io.leasehold.aws.config.AwsConfigRoot;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** The only door to AWS: one connection per mount, kept until its configuration changes. */
@Singleton
public class AwsClients {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final Map<Key, Kept> connections = new ConcurrentHashMap<>();
    private final AwsTransport transport;
    private final AwsEndpointConfig defaults;

    AwsClients(AwsTransport transport, AwsEndpointConfig defaults) {
        this.transport = transport;
        this.defaults = defaults;
    }

    /**
     * The connection of a mount under a configuration.
     *
     * @param arns that a role names; they tell the partition where the configuration names no region
     */
    public AwsConnection connect(String accessor, AwsConfigRoot root, Collection<String> arns) {
        return connect(accessor, root, Partition.ofArns(arns));
    }

    /** The same for a partition that is known. */
    public AwsConnection connect(String accessor, AwsConfigRoot root, Optional<Partition> partition) {
        AwsTargets targets = AwsTargets.of(root.settings(), defaults, partition);
        return connections.compute(
                        new Key(accessor, targets.iam().region()),
                        (key, kept) -> kept != null && kept.root.equals(root) ? kept : replace(kept, root, targets))
                .connection;
    }

    /** The partition in which a mount acts. */
    public Partition partition(AwsConfigRoot root, Collection<String> arns) {
        AwsTargets targets = AwsTargets.of(root.settings(), defaults, Partition.ofArns(arns));
        return Partition.ofRegion(targets.iam().region());
    }

    /** A connection that nobody keeps; the caller closes it. */
    public AwsConnection open(AwsConfigRoot root) {
        return build(root, AwsTargets.of(root.settings(), defaults, Optional.empty()));
    }

    /** Whether the engine's identity is one it was told, or AWS is where it was told: worth a courtesy call. */
    public boolean isExplicit(AwsConfigRoot root) {
        return root.hasKeys()
                || !root.settings().iamEndpoint().isEmpty()
                || defaults.iamEndpoint().isPresent();
    }

    /** Drops what is kept for a mount. */
    public void forget(String accessor) {
        connections.forEach((key, kept) -> {
            if (key.accessor.equals(accessor) && connections.remove(key, kept)) {
                kept.connection.close();
            }
        });
    }

    private Kept replace(Kept old, AwsConfigRoot root, AwsTargets targets) {
        if (old != null) {
            old.connection.close();
        }
        return new Kept(root, build(root, targets));
    }

    private AwsConnection build(AwsConfigRoot root, AwsTargets targets) {
        return new AwsConnection(
                new StsCalls(targets.sts().stream()
                        .map(target ->
                                prepare(StsAsyncClient.builder(), root, target).build())
                        .toList()),
                new IamCalls(
                        prepare(IamAsyncClient.builder(), root, targets.iam()).build()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> B prepare(
            B client, AwsConfigRoot root, AwsTargets.Target target) {
        target.endpoint().ifPresent(client::endpointOverride);
        return transport
                .share(client)
                .region(Region.of(target.region()))
                .credentialsProvider(credentials(root))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries(root.settings().maxRetries()))
                        .scheduledExecutorService(transport.timer())
                        .apiCallTimeout(LONGEST_CALL)
                        .build());
    }

    private IdentityProvider<? extends AwsCredentialsIdentity> credentials(AwsConfigRoot root) {
        return root.hasKeys()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        root.settings().accessKey(), root.secretKey().reveal()))
                : transport.foundCredentials();
    }

    private static RetryStrategy retries(int most) {
        if (most == 0) {
            return AwsRetryStrategy.doNotRetry();
        }
        StandardRetryStrategy standard = AwsRetryStrategy.standardRetryStrategy();
        return most < 0 ? standard : standard.toBuilder().maxAttempts(most + 1).build();
    }

    @PreDestroy
    void close() {
        connections.values().forEach(kept -> kept.connection.close());
    }

    private record Key(String accessor, String region) {}

    private record Kept(AwsConfigRoot root, AwsConnection connection) {}
}
