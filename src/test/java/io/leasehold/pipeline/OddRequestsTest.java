package io.leasehold.pipeline;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.testing.Eventually;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.MutableClock;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends on purpose, and what happens at the same time. */
@QuarkusTest
@Tag("database")
class OddRequestsTest {
    private static final int ABOVE_THE_LIMIT = 33 * 1024 * 1024;

    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @Inject
    MutableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anAccountWhosePendingLeaseWasGivenUpIsUndone() {
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            // Given
            CompletableFuture<Void> gate = new CompletableFuture<>();
            memory.world().holdCreationUntil(gate);
            CompletableFuture<VaultAnswer> answer =
                    CompletableFuture.supplyAsync(() -> vault.root().read(memory.path("creds/deploy")));
            Eventually.is("begun", () -> memory.world().begun() == 1);
            clock.advance(Duration.ofMinutes(6));
            Eventually.holds(() ->
                    vault.root().list("sys/leases/lookup/" + memory.path()).expect(404));

            // When
            gate.complete(null);

            // Then
            answer.join().expect(400, "the lease was revoked while its credentials were being issued");
            Eventually.is("the account is gone", () -> memory.world().accounts().isEmpty());
        }
    }

    @Test
    void ofTwoMountsThatWouldNestOnlyOneIsStored() {
        for (int round = 0; round < 10; round++) {
            // Given
            String path = "race-" + round;

            // When
            CompletableFuture<VaultAnswer> outer = CompletableFuture.supplyAsync(
                    () -> vault.root().write("sys/mounts/" + path, body("type", "memory")));
            CompletableFuture<VaultAnswer> inner = CompletableFuture.supplyAsync(
                    () -> vault.root().write("sys/mounts/" + path + "/in", body("type", "memory")));
            List<Integer> statuses = Stream.of(outer, inner)
                    .map(answer -> answer.join().status())
                    .sorted()
                    .toList();
            vault.root().delete("sys/mounts/" + path + "/in");
            vault.root().delete("sys/mounts/" + path);

            // Then
            assertEquals(List.of(204, 400), statuses, "round " + round);
        }
    }

    @Test
    void aMoveThatFailsLeavesTheMountUsable() {
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            // Given
            memory.issueAccount("");
            memory.world().refuseDeletes("AWS is away");

            // When
            String id = vault.root()
                    .write("sys/remount", body("from", memory.path(), "to", "elsewhere/x"))
                    .expect(200)
                    .data()
                    .path("migration_id")
                    .asText();

            // Then
            Eventually.is(
                    "the move has failed",
                    () -> vault.root().read("sys/remount/status/" + id).body().contains("failure"));
            vault.root().read(memory.path("things/x")).expect(404, new String[0]);
        }
    }

    static Stream<Arguments> unstorable() {
        return Stream.of(
                Arguments.of("sys/leases/lookup", body("lease_id", "a\u0000b")),
                Arguments.of("auth/token/create", body("meta", body("a", "b\u0000"))),
                Arguments.of("sys/mounts/nul", body("type", "memory", "description", "a\u0000b")));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    void aTextThatTheDatabaseCannotHoldIsRefused(String path, Map<String, Object> data) {
        // When
        VaultAnswer answer = vault.root().write(path, data);

        // Then
        assertEquals(400, answer.status(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1h", "999999999999999999", "200000d"})
    void aLimitThatNoLeaseCouldKeepIsRefused(String limit) {
        // When
        VaultAnswer enabled =
                vault.root().write("sys/mounts/absurd", body("type", "memory", "config", body("max_lease_ttl", limit)));
        vault.root().delete("sys/mounts/absurd");

        // Then
        assertEquals(400, enabled.status(), enabled.body());
    }

    @Test
    void settingsOfAMountAreAsWeaklyTypedAsAllOthers() {
        // Given
        vault.root()
                .write("sys/mounts/odd", body("type", "memory", "config", body("force_no_cache", "true")))
                .expect(204);

        // When
        VaultAnswer answer = vault.root().read("sys/mounts/odd");
        vault.root().delete("sys/mounts/odd");

        // Then
        assertTrue(answer.data().path("config").path("force_no_cache").asBoolean());
    }

    @Test
    void optionsNeedsATokenLikeEverythingElse() {
        // When
        int status = vault.anonymous().raw("OPTIONS", "/v1/sys/mounts").status();

        // Then
        assertEquals(403, status);
    }

    @Test
    void anEmptyHealthCodeIsRefused() {
        vault.anonymous().read("sys/health?activecode=").expect(400, new String[0]);
    }

    @RepeatedTest(5)
    void aBodyAboveTheLimitIsRefusedInTheUsualForm() {
        // When
        VaultAnswer answer = vault.root().raw("PUT", "/v1/sys/remount", "x".repeat(ABOVE_THE_LIMIT));

        // Then
        answer.expect(413, "error parsing JSON");
    }

    @Test
    void aPeriodAboveTheMaximumIsCutAndCalledAPeriod() {
        // When
        VaultAnswer created = vault.root().write("auth/token/create", body("policies", "default", "period", "1000h"));
        String periodic = created.auth().path("client_token").asText();
        VaultAnswer renewed = vault.as(periodic).write("auth/token/renew-self");

        // Then
        assertEquals(
                List.of("period of \"1000h\" exceeded the effective max_ttl of \"768h\"; period value is capped"
                        + " accordingly"),
                created.warnings());
        assertEquals(2764800, renewed.expect(200).auth().path("lease_duration").asLong());
    }
}
