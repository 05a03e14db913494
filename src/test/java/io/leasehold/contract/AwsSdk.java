package io.leasehold.contract;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** Amazon's SDK with some credentials, as a program would use it that got them from the server. */
final class AwsSdk {
    private static final SdkAsyncHttpClient HTTP = NettyNioAsyncHttpClient.create();

    private final StsAsyncClient sts;
    private final IamAsyncClient iam;

    private AwsSdk(StsAsyncClient sts, IamAsyncClient iam) {
        this.sts = sts;
        this.iam = iam;
    }

    /** Clients of an endpoint; the session token may be null. */
    static AwsSdk with(String endpoint, String accessKeyId, String secret, String sessionToken) {
        AwsCredentials credentials = sessionToken == null
                ? AwsBasicCredentials.create(accessKeyId, secret)
                : AwsSessionCredentials.create(accessKeyId, secret, sessionToken);
        StaticCredentialsProvider provider = StaticCredentialsProvider.create(credentials);
        URI address = URI.create(endpoint);
        return new AwsSdk(
                StsAsyncClient.builder()
                        .httpClient(HTTP)
                        .endpointOverride(address)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(provider)
                        .build(),
                IamAsyncClient.builder()
                        .httpClient(HTTP)
                        .endpointOverride(address)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(provider)
                        .build());
    }

    /** Who AWS takes the caller for. */
    String callerArn() {
        return sts.getCallerIdentity().join().arn();
    }

    /** AWS's error code for a caller whose credentials do not work, and {@code none} when they do. */
    String refusalOfCaller() {
        try {
            callerArn();
            return "none";
        } catch (CompletionException e) {
            return e.getCause() instanceof AwsServiceException refusal
                    ? refusal.awsErrorDetails().errorCode()
                    : e.getCause().toString();
        }
    }

    /** Lets IAM do something. */
    <T> T iam(Function<IamAsyncClient, CompletableFuture<T>> call) {
        return call.apply(iam).join();
    }
}
