package io.leasehold.sandbox;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault for a number of calls. */
final class Countdown {

    private final AtomicInteger left;
    private final Fault fault;

    Countdown(int calls, Fault fault) {
        this.left = new AtomicInteger(calls);
        this.fault = fault;
    }

    Optional<Fault> next() {
        return left.get() > 0 && left.getAndDecrement() > 0 ? Optional.of(fault) : Optional.empty();
    }
}
