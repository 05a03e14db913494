package io.leasehold.aws.client;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A call to AWS as a step of a recipe: it begins at subscription, once for each, and comes back to where it began. */
public final class AwsCall {
    private AwsCall() {}

    /** Wraps a call of the SDK; what it throws becomes an {@link AwsRefusal}. */
    static <T> Uni<T> of(Supplier<CompletableFuture<T>> call) {
        return returning(Uni.createFrom().completionStage(call).onFailure().transform(AwsRefusal::of));
    }

    /**
     * Brings the outcome back to the event loop that subscribed, or to a worker when that was none. A database session
     * may be used only there, and the SDK's own threads are to be left free.
     */
    public static <T> Uni<T> returning(Uni<T> work) {
        return Uni.createFrom().deferred(() -> work.emitOn(home(Vertx.currentContext())));
    }

    private static Executor home(Context context) {
        return context == null
                ? Infrastructure.getDefaultExecutor()
                : task -> context.runOnContext(ignored -> task.run());
    }
}
