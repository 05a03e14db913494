package io.leasehold.aws.client;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** What all clients share: one connection pool, one timer, the default credentials. Closing a client leaves it open. */
@Singleton
class AwsTransport {
    private static final int MOST_CONNECTIONS = 2_000;
    /** The server's own event loops need the processors too; more threads than this made every issue dearer. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /**
     * Ends also what the SDK's pool forgets: a call that begins just as a connection to the same place is refused may
     * wait for this long (seen with SDK 2.40.2), and only then is the next endpoint tried.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(6);

    private final SdkAsyncHttpClient http = NettyNioAsyncHttpClient.builder()
            .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(THREADS))
            .maxConcurrency(MOST_CONNECTIONS)
            .connectionTimeout(Duration.ofSeconds(3))
            .connectionAcquisitionTimeout(LONGEST_WAIT)
            .readTimeout(Duration.ofSeconds(20))
            .build();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, AwsTransport::daemon);
    private final AwsCredentialsProvider found =
            DefaultCredentialsProvider.builder().build();

    /** Lets a client use what is shared; its answers are handed over on the thread that read them. */
    <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> B share(B client) {
        return client.httpClient(http)
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Credentials that the SDK finds by itself. Looking for them may block, so it happens on the timer's threads. */
    IdentityProvider<AwsCredentialsIdentity> foundCredentials() {
        return new IdentityProvider<>() {
            @Override
            public Class<AwsCredentialsIdentity> identityType() {
                return AwsCredentialsIdentity.class;
            }

            @Override
            public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
                return CompletableFuture.supplyAsync(found::resolveCredentials, timer);
            }
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-timer");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        http.close();
        timer.shutdown();
    }
}
