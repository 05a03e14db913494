package io.leasehold.aws.client;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A call to AWS as a step of a recipe: it begins at subscription, once for each, and comes back to where it began. */
public final class AwsCall {
    private AwsCall() {}

    /** Wraps a call of the SDK; what it throws becomes an {@link AwsRefusal}. */
    static <T> Uni<T> of(Supplier<CompletableFuture<T>> call) {
        return returning(Uni.createFrom().completionStage(call).onFailure().transform(AwsRefusal::of));
    }

    /**
     * Brings the outcome back to the event loop that subscribed. A database session may be used only there, and SDK
     * answers and delays arrive on threads of their own.
     */
    public static <T> Uni<T> returning(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? work : work.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
