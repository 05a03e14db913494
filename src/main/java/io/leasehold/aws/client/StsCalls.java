package io.leasehold.aws.client;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** STS of a mount. When an endpoint does not answer the next one is tried, and the one that answered comes first then. */
public final class StsCalls {
    private final List<StsAsyncClient> candidates;
    private volatile int preferred;

    StsCalls(List<StsAsyncClient> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /** Makes a call. Fails with {@link AwsRefusal}. */
    public <T> Uni<T> call(Function<StsAsyncClient, CompletableFuture<T>> call) {
        return Uni.createFrom().deferred(() -> attempt(call, preferred, candidates.size() - 1));
    }

    private <T> Uni<T> attempt(Function<StsAsyncClient, CompletableFuture<T>> call, int index, int others) {
        Uni<T> answer = AwsCall.of(() -> call.apply(candidates.get(index)));
        if (others == 0) {
            return answer;
        }
        int next = (index + 1) % candidates.size();
        return answer.onFailure(StsCalls::goesElsewhere)
                .recoverWithUni(() -> attempt(call, next, others - 1).invoke(() -> preferred = next));
    }

    private static boolean goesElsewhere(Throwable failure) {
        return failure instanceof AwsRefusal refusal
                && (refusal.isUnanswered() || refusal.is("RegionDisabledException"));
    }

    void close() {
        candidates.forEach(StsAsyncClient::close);
    }
}
