package io.leasehold.aws.client;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.iam.IamAsyncClient;

/** IAM of a mount. */
public final class IamCalls {
    private final IamAsyncClient client;

    IamCalls(IamAsyncClient client) {
        this.client = client;
    }

    /** Makes a call. Fails with {@link AwsRefusal}. */
    public <T> Uni<T> call(Function<IamAsyncClient, CompletableFuture<T>> call) {
        return AwsCall.of(() -> call.apply(client));
    }

    /** Reads a list to its end, however many pages it has. Fails with {@link AwsRefusal}. */
    public <T> Uni<List<T>> list(Function<IamAsyncClient, SdkPublisher<T>> pages) {
        return AwsCall.of(() -> collect(pages.apply(client)));
    }

    private static <T> CompletableFuture<List<T>> collect(SdkPublisher<T> publisher) {
        List<T> items = new ArrayList<>();
        return publisher.subscribe(items::add).thenApply(ignored -> List.copyOf(items));
    }

    void close() {
        client.close();
    }
}
