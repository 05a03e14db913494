package io.leasehold.sandbox;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Ids;
import io.leasehold.sandbox.account.MfaDevice;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A seeded sandbox on a free port, and AWS SDK clients that point to it and never retry. */
final class SandboxFixture implements AutoCloseable {

    static final String ACCOUNT = "111122223333";
    private static final Vertx VERTX = Vertx.vertx();
    private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(20))
            .build();

    final ShiftedClock clock = new ShiftedClock();
    final SeededSandbox seeded;
    private final SandboxServer server;
    private final List<SdkClient> clients = new ArrayList<>();

    SandboxFixture() {
        SandboxAws sandbox = new SandboxAws(ACCOUNT, clock, new Ids(new Random(42), new SecureRandom()));
        seeded = new SandboxSeed(sandbox).plant();
        server = SandboxServer.start(VERTX, sandbox, 0).await().atMost(Duration.ofSeconds(10));
    }

    Account account() {
        return seeded.aws().account();
    }

    URI endpoint() {
        return server.endpoint();
    }

    static String roleArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    static String userArn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":user/" + name;
    }

    StsAsyncClient runnerSts() {
        return sts(credentials(seeded.runnerKey()));
    }

    IamAsyncClient runnerIam() {
        return iam(credentials(seeded.runnerKey()));
    }

    IamAsyncClient adminIam() {
        return iam(credentials(seeded.adminKey()));
    }

    StsAsyncClient adminSts() {
        return sts(credentials(seeded.adminKey()));
    }

    AwsCredentials root() {
        AccessKey key = new AccessKey(
                account().ids().accessKeyId("AKIA"), account().ids().secret(), null, clock.instant(), clock.instant());
        account().accessKeys().put(key.id(), key);
        return credentials(key);
    }

    StsAsyncClient sts(AwsCredentials credentials) {
        return sts(credentials, Region.US_EAST_1);
    }

    StsAsyncClient sts(AwsCredentials credentials, Region region) {
        StsAsyncClient client = sts(endpoint(), credentials, region, noRetries());
        clients.add(client);
        return client;
    }

    IamAsyncClient iam(AwsCredentials credentials) {
        IamAsyncClient client = iam(endpoint(), credentials, noRetries());
        clients.add(client);
        return client;
    }

    static StsAsyncClient stsAt(URI endpoint, AwsCredentials credentials) {
        return sts(endpoint, credentials, Region.US_EAST_1, noRetries());
    }

    static IamAsyncClient iamAt(URI endpoint, AwsCredentials credentials) {
        return iam(endpoint, credentials, noRetries());
    }

    private static StsAsyncClient sts(
            URI endpoint, AwsCredentials credentials, Region region, ClientOverrideConfiguration overrides) {
        return StsAsyncClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .httpClient(HTTP)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(overrides)
                .build();
    }

    private static IamAsyncClient iam(URI endpoint, AwsCredentials credentials, ClientOverrideConfiguration overrides) {
        return IamAsyncClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .httpClient(HTTP)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(overrides)
                .build();
    }

    private static ClientOverrideConfiguration noRetries() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .build();
    }

    static AwsCredentials credentials(AccessKey key) {
        return AwsBasicCredentials.create(key.id(), key.secret());
    }

    static AwsCredentials credentials(software.amazon.awssdk.services.iam.model.AccessKey key) {
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    static AwsCredentials credentials(Credentials session) {
        return AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    }

    /** Raw requests as this caller, signed by the sandbox's clock. */
    RawCaller raw(AwsCredentials credentials) {
        return new RawCaller(seeded.aws(), credentials, clock);
    }

    /** A new user that holds exactly this policy document, or none when it is null. */
    AwsCredentials userWith(String name, String policy) {
        IamAsyncClient admin = adminIam();
        admin.createUser(r -> r.userName(name)).join();
        if (policy != null) {
            admin.putUserPolicy(r -> r.userName(name).policyName("own").policyDocument(policy))
                    .join();
        }
        return credentials(admin.createAccessKey(r -> r.userName(name)).join().accessKey());
    }

    Credentials assume(StsAsyncClient sts, String role) {
        return sts.assumeRole(r -> r.roleArn(roleArn(role)).roleSessionName("session"))
                .join()
                .credentials();
    }

    MfaDevice runnerDevice() {
        return account().mfaDevices().get("arn:aws:iam::" + ACCOUNT + ":mfa/VaultRunner");
    }

    /** The refusal of a call; a call that succeeds is none. */
    static AwsServiceException refusal(CompletableFuture<?> call) {
        CompletionException failure = assertThrows(CompletionException.class, call::join);
        if (failure.getCause() instanceof AwsServiceException refusal) {
            return refusal;
        }
        throw new AssertionError("Not refused by the service", failure);
    }

    /** Such as {@code AccessDenied 403}. */
    static String codeAndStatus(CompletableFuture<?> call) {
        AwsServiceException refusal = refusal(call);
        return refusal.awsErrorDetails().errorCode() + " " + refusal.statusCode();
    }

    static String message(CompletableFuture<?> call) {
        return refusal(call).awsErrorDetails().errorMessage();
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
        server.stop().await().atMost(Duration.ofSeconds(10));
    }

    /** The real time, moved by what a test says; the SDK signs with the real time. */
    static final class ShiftedClock extends Clock {
        private volatile Duration shift = Duration.ZERO;

        void advance(Duration by) {
            shift = shift.plus(by);
        }

        void reset() {
            shift = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
