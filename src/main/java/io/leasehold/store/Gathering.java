package io.leasehold.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Gathers questions into round trips. A question that finds a free lane travels at once and alone; those that arrive
 * while all lanes are busy travel together next. A round trip starts after each of its questions was asked, so an
 * answer is never older than its question.
 *
 * @param <I> of the questions
 * @param <O> of the answers
 */
public final class Gathering<I, O> {
    private final Function<List<I>, Uni<List<O>>> roundTrip;
    private final int most;
    private final Queue<Waiting<I, O>> waiting = new ArrayDeque<>();
    private int freeLanes;

    /**
     * @param lanes how many round trips may be under way at the same time
     * @param most how many questions one round trip may carry
     * @param roundTrip answers in the order of the questions; a failure is everybody's
     */
    public Gathering(int lanes, int most, Function<List<I>, Uni<List<O>>> roundTrip) {
        this.freeLanes = lanes;
        this.most = most;
        this.roundTrip = roundTrip;
    }

    /** Asks; the answer comes on the Vert.x context that asked. */
    public Uni<O> ask(I question) {
        return Uni.createFrom().emitter(emitter -> join(new Waiting<>(question, emitter, origin())));
    }

    private static Executor origin() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
    }

    private void join(Waiting<I, O> newcomer) {
        synchronized (this) {
            waiting.add(newcomer);
        }
        depart();
    }

    private void depart() {
        List<Waiting<I, O>> passengers = board();
        if (!passengers.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> roundTrip.apply(
                            passengers.stream().map(Waiting::question).toList()))
                    .subscribe()
                    .with(answers -> arrive(passengers, answers), failure -> fail(passengers, failure));
        }
    }

    private synchronized List<Waiting<I, O>> board() {
        List<Waiting<I, O>> passengers = new ArrayList<>();
        if (freeLanes > 0 && !waiting.isEmpty()) {
            freeLanes--;
            while (passengers.size() < most && !waiting.isEmpty()) {
                passengers.add(waiting.poll());
            }
        }
        return passengers;
    }

    private void arrive(List<Waiting<I, O>> passengers, List<O> answers) {
        release();
        for (int i = 0; i < passengers.size(); i++) {
            passengers.get(i).complete(answers.get(i));
        }
    }

    private void fail(List<Waiting<I, O>> passengers, Throwable failure) {
        release();
        passengers.forEach(passenger -> passenger.fail(failure));
    }

    private void release() {
        synchronized (this) {
            freeLanes++;
        }
        depart();
    }

    private record Waiting<I, O>(I question, UniEmitter<? super O> emitter, Executor origin) {
        void complete(O answer) {
            origin.execute(() -> emitter.complete(answer));
        }

        void fail(Throwable failure) {
            origin.execute(() -> emitter.fail(failure));
        }
    }
}
