package io.leasehold.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what the server does in the background. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Looks again and again until an assertion holds; after twenty seconds its failure is the test's. */
    public static void holds(Runnable assertion) {
        Instant end = Instant.now().plus(PATIENCE);
        AssertionError last = null;
        while (Instant.now().isBefore(end)) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                last = notYet;
                pause();
            }
        }
        throw last;
    }

    /** The same for a condition, with a name for it. */
    public static void is(String name, Supplier<Boolean> condition) {
        holds(() -> {
            if (!condition.get()) {
                fail(name);
            }
        });
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }
}
