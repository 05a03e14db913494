package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VersionedCacheTest {
    private final VersionedCache<String, String> cache = new VersionedCache<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aValueIsReadOncePerVersion() {
        // Given
        get(1, "first");

        // When
        String again = get(1, "second");

        // Then
        assertEquals("first", again);
        assertEquals(1, reads.get());
    }

    @Test
    void aNewVersionForgetsWhatWasKept() {
        // Given
        get(1, "old");

        // When
        String now = get(2, "new");

        // Then
        assertEquals("new", now);
    }

    @Test
    void aStaleVersionIsReadAnewAndKeepsNothing() {
        // Given
        get(2, "new");

        // When
        String stale = get(1, "old");

        // Then
        assertEquals("old", stale);
        assertEquals("new", get(2, "unread"));
    }

    @Test
    void aReadThatBeganBeforeAChangeIsNotServedAfterIt() {
        // Given
        CompletableFuture<String> slow = new CompletableFuture<>();
        Uni<String> reading =
                cache.get(version(1), "key", () -> Uni.createFrom().completionStage(slow));
        UniAssertSubscriber<String> reader = reading.subscribe().withSubscriber(UniAssertSubscriber.create());
        get(2, "new");

        // When
        slow.complete("old");

        // Then
        reader.assertItem("old");
        assertEquals("new", get(2, "unread"));
    }

    @Test
    void aFailedReadIsNotKept() {
        // Given
        cache.get(version(1), "key", () -> Uni.createFrom().failure(new IllegalStateException("away")))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailed();

        // When
        String second = get(1, "read");

        // Then
        assertEquals("read", second);
    }

    private String get(long version, String value) {
        Supplier<Uni<String>> reader = () -> {
            reads.incrementAndGet();
            return Uni.createFrom().item(value);
        };
        return cache.get(version(version), "key", reader)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem();
    }

    private static ConfigurationVersion version(long number) {
        return new ConfigurationVersion(number);
    }
}
