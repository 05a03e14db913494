package io.leasehold.lease;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * A context for one of several works that go on side by side. The database session belongs to the context and does one
 * thing at a time, so works that shared one would break each other's reads.
 *
 * @see <a href="https://quarkus.io/guides/duplicated-context">Duplicated contexts</a>
 */
final class OwnContext {
    private OwnContext() {}

    /** Runs a work in a fresh context and brings its outcome back to the present one. */
    static <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context present = Vertx.currentContext();
            return present == null ? work.get() : beside(present, work);
        });
    }

    private static <T> Uni<T> beside(Context present, Supplier<Uni<T>> work) {
        Context own = VertxContext.createNewDuplicatedContext(present);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return Uni.createFrom()
                .deferred(work::get)
                .runSubscriptionOn(task -> own.runOnContext(ignored -> task.run()))
                .emitOn(task -> present.runOnContext(ignored -> task.run()));
    }
}
