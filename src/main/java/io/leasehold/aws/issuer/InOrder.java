package io.leasehold.aws.issuer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.function.Function;

/** One call after another; the first failure ends the row. */
final class InOrder {
    private InOrder() {}

    static <T> Uni<Void> each(Collection<T> items, Function<T, Uni<?>> call) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> call.apply(item).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }
}
