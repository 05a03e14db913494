package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The switches of one sandbox, each for one action by its name on the wire or for all with {@link #EVERY_ACTION}. They
 * may be set at any time from any thread.
 */
public final class Faults {

    /** Stands for every action. */
    public static final String EVERY_ACTION = "*";

    private final Clock clock;
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Map<String, Duration> lags = new ConcurrentHashMap<>();
    private final Map<String, RateLimit> rates = new ConcurrentHashMap<>();
    private final Map<String, Countdown> countdowns = new ConcurrentHashMap<>();

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** Every answer of an action takes this much longer; zero ends it. */
    public Faults delay(String action, Duration delay) {
        delays.put(action, delay);
        return this;
    }

    /**
     * What an action writes is seen by others only this much later: a new key is unknown, a deleted one still works, a
     * new policy has no effect, a new user or role cannot be found. Zero ends it.
     */
    public Faults lag(String action, Duration lag) {
        lags.put(action, lag);
        return this;
    }

    /** Above this many calls a second, an action answers {@code Throttling}; a burst of one second's calls passes. */
    public Faults limitRate(String action, int callsPerSecond) {
        rates.put(action, new RateLimit(callsPerSecond, clock.instant()));
        return this;
    }

    /** The next calls of an action answer {@code Throttling}. */
    public Faults throttleNext(String action, int calls) {
        return failNext(action, calls, throttled());
    }

    /** The next calls of an action are refused in these words. */
    public Faults failNext(String action, int calls, AwsException refusal) {
        countdowns.put(action, new Countdown(calls, new Fault.Refuse(refusal)));
        return this;
    }

    /** The next calls of an action are never run, and the connection breaks. */
    public Faults dropNext(String action, int calls) {
        countdowns.put(action, new Countdown(calls, new Fault.Drop()));
        return this;
    }

    /** The next calls of an action are run, but the connection breaks before the answer. */
    public Faults loseAnswers(String action, int calls) {
        countdowns.put(action, new Countdown(calls, new Fault.LoseAnswer()));
        return this;
    }

    /** Ends everything that was switched on. */
    public void clear() {
        delays.clear();
        lags.clear();
        rates.clear();
        countdowns.clear();
    }

    Duration delayOf(String action) {
        return find(delays, action).orElse(Duration.ZERO);
    }

    Duration lagOf(String action) {
        return find(lags, action).orElse(Duration.ZERO);
    }

    /** What happens to the call of an action that has just come in. */
    Fault next(String action) {
        Optional<Fault> counted = Stream.of(action, EVERY_ACTION)
                .flatMap(name -> Optional.ofNullable(countdowns.get(name)).stream())
                .flatMap(countdown -> countdown.next().stream())
                .findFirst();
        if (counted.isPresent()) {
            return counted.get();
        }
        boolean passes =
                find(rates, action).map(rate -> rate.take(clock.instant())).orElse(true);
        return passes ? new Fault.None() : new Fault.Refuse(throttled());
    }

    private static AwsException throttled() {
        return AwsError.THROTTLING.with("Rate exceeded");
    }

    private static <T> Optional<T> find(Map<String, T> map, String action) {
        if (map.isEmpty()) {
            return Optional.empty();
        }
        T own = map.get(action);
        return Optional.ofNullable(own == null ? map.get(EVERY_ACTION) : own);
    }
}
