package io.leasehold.lease;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How leases end: by a call, by their prefix, by force, by the clock. */
@QuarkusTest
@Tag("database")
class RevocationTest {
    private static final String REFUSED = "failed to revoke entry: resp: (*logical.Response)(nil) err: AWS is away";

    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @Inject
    MutableClock clock;

    private MemoryMount memory;

    @BeforeEach
    void mount() {
        memory = MemoryMount.enable(vault, engine);
    }

    @AfterEach
    void unmount() {
        clock.reset();
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/revoke", "sys/revoke"})
    void revokingDeletesTheAccountBeforeItAnswers(String path) {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer answer = vault.root().write(path, body("lease_id", lease));

        // Then
        answer.expect(204);
        assertEquals(Set.of(), memory.world().accounts());
        requireGone(lease);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/revoke/", "sys/revoke/"})
    void theIdMayStandInThePath(String path) {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer answer = vault.root().raw("POST", "/v1/" + path + lease);

        // Then
        answer.expect(204);
        requireGone(lease);
    }

    @Test
    void withoutSyncTheAnswerComesFirst() {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke/" + lease, body("sync", false));

        // Then
        answer.expect(202);
        assertEquals("", answer.body());
        Eventually.is("the account is gone", () -> memory.world().accounts().isEmpty());
        Eventually.holds(() -> requireGone(lease));
    }

    @Test
    void anUnknownLeaseIsGoneAlready() {
        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke", body("lease_id", "no/such/lease"));

        // Then
        answer.expect(204);
        vault.root()
                .write("sys/leases/revoke", body("lease_id", "no/such/lease", "sync", false))
                .expect(202);
    }

    @Test
    void aSessionIsForgottenWithoutACall() {
        // Given
        String lease = memory.issueSession("");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke", body("lease_id", lease));

        // Then
        answer.expect(204);
        assertEquals(0, memory.world().attempts());
        requireGone(lease);
    }

    @Test
    void aFailureIsSaidAndTheLeaseStaysAsItWas() {
        // Given
        String lease = memory.issueAccount("?ttl=1h");
        memory.world().refuseDeletes("AWS is away");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke", body("lease_id", lease));

        // Then
        answer.expect(400, REFUSED);
        assertTrue(lookup(lease).expect(200).data().path("ttl").asLong() > 3500);
        assertEquals(1, memory.world().accounts().size());
    }

    @Test
    void ofTwoRevokesAtTheSameTimeBothSucceed() {
        // Given
        String lease = memory.issueAccount("");
        Eventually.is("the account is old enough", () -> {
            clock.advance(Duration.ofMinutes(6));
            return true;
        });

        // When
        List<Integer> statuses = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> vault.root()
                        .write("sys/leases/revoke", body("lease_id", lease))
                        .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertEquals(List.of(204, 204), statuses);
        assertEquals(Set.of(), memory.world().accounts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/revoke-prefix/", "sys/revoke-prefix/"})
    void aPrefixEndsEverythingBelowIt(String path) {
        // Given
        IntStream.range(0, 5).forEach(i -> memory.issueAccount(""));
        memory.issueSession("");

        // When
        VaultAnswer answer = vault.root().write(path + memory.path());

        // Then
        answer.expect(204);
        assertEquals(Set.of(), memory.world().accounts());
        vault.root().list("sys/leases/lookup/" + memory.path()).expect(404);
    }

    @Test
    void aPrefixIsADirectoryAndNotABeginning() {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke-prefix/" + memory.path("creds/dep"));

        // Then
        answer.expect(204);
        lookup(lease).expect(200);
        vault.root()
                .write("sys/leases/revoke-force/" + memory.path("creds/dep"))
                .expect(204);
        lookup(lease).expect(200);
        vault.root()
                .write("sys/leases/revoke-prefix/" + memory.path("creds/dep"), body("sync", false))
                .expect(202);
        assertTrue(lookup(lease).expect(200).data().path("ttl").asLong() > 0);
    }

    @Test
    void aPrefixThatIsALeaseEndsThatOneOnly() {
        // Given
        String one = memory.issueAccount("");
        String other = memory.issueAccount("");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke-prefix/" + one);

        // Then
        answer.expect(204);
        requireGone(one);
        lookup(other).expect(200);
    }

    @Test
    void aPrefixWithoutSyncIsWorkedOffInTheBackground() {
        // Given
        IntStream.range(0, 3).forEach(i -> memory.issueAccount(""));

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke-prefix/" + memory.path(), body("sync", false));

        // Then
        answer.expect(202);
        Eventually.is("the accounts are gone", () -> memory.world().accounts().isEmpty());
    }

    @Test
    void aPrefixStopsAtALeaseThatCannotBeRevokedAndNamesIt() {
        // Given
        String lease = memory.issueAccount("");
        memory.world().refuseDeletes("AWS is away");

        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke-prefix/" + memory.path());

        // Then
        answer.expect(400, "failed to revoke \"" + lease + "\" (1 / 1): " + REFUSED);
        vault.root().write("sys/leases/revoke-prefix/" + lease).expect(400, REFUSED);
    }

    @Test
    void aPrefixMustBeThereAndHaveNoSlashAtItsEnd() {
        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke-prefix");

        // Then
        answer.expect(404);
        vault.root()
                .write("sys/leases/revoke-prefix/" + memory.path() + "/")
                .expect(400, "cannot write to a path ending in '/'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/revoke-force/", "sys/revoke-force/"})
    void forceForgetsWhatCannotBeRevoked(String path) {
        // Given
        String lease = memory.issueAccount("");
        memory.world().refuseDeletes("AWS is away");

        // When
        VaultAnswer answer = vault.root().write(path + memory.path());

        // Then
        answer.expect(204);
        requireGone(lease);
        assertEquals(1, memory.world().accounts().size());
    }

    @Test
    void aLeaseEndsByTheClock() {
        // Given
        String account = memory.issueAccount("?ttl=1h");
        String session = memory.issueSession("?ttl=1h");
        String longer = memory.issueAccount("?ttl=3h");

        // When
        clock.advance(Duration.ofHours(2));

        // Then
        Eventually.holds(() -> requireGone(account));
        Eventually.holds(() -> requireGone(session));
        lookup(longer).expect(200);
        assertEquals(1, memory.world().accounts().size());
    }

    @Test
    void afterSixFailuresALeaseIsIrrevocable() {
        // Given
        String lease = memory.issueAccount("?ttl=1h");
        String accessor = vault.root()
                .read("sys/mounts/" + memory.path())
                .data()
                .path("accessor")
                .asText();
        memory.world().refuseDeletes("AWS is away");

        // When
        Eventually.is("the lease is irrevocable", () -> {
            clock.advance(Duration.ofHours(1));
            return irrevocable(lease);
        });

        // Then
        assertEquals(6, memory.world().attempts());
        JsonNode list =
                vault.root().read("sys/leases?type=irrevocable").expect(200).data();
        JsonNode entry = Stream.iterate(0, i -> i + 1)
                .limit(list.path("leases").size())
                .map(i -> list.path("leases").get(i))
                .filter(found -> found.path("lease_id").asText().equals(lease))
                .findFirst()
                .orElseThrow();
        assertEquals("out of retries: " + REFUSED, entry.path("error").asText());
        assertEquals(accessor, entry.path("mount_id").asText());
        JsonNode count = vault.root().read("sys/leases/count?type=irrevocable").data();
        assertEquals(1, count.path("counts").path(accessor).asLong());
        assertTrue(count.path("lease_count").asLong() >= 1);
        vault.root()
                .write("sys/leases/renew", body("lease_id", lease))
                .expect(400, "lease is expired and has failed previous revocation attempts");
        vault.root().write("sys/leases/revoke", body("lease_id", lease)).expect(400, REFUSED);
        assertTrue(irrevocable(lease));
        memory.world().allowDeletes();
        clock.advance(Duration.ofHours(25));
        Eventually.holds(() -> requireGone(lease));
        assertEquals(Set.of(), memory.world().accounts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases", "sys/leases?type=alive", "sys/leases/count", "sys/leases/count?type=x"})
    void onlyIrrevocableLeasesAreCounted(String path) {
        // When
        VaultAnswer answer = vault.root().read(path);

        // Then
        answer.expect(404, new String[0]);
    }

    @Test
    void whatBreaksHalfWayIsUndone() {
        // Given
        memory.world().breakCreation("AWS broke off");

        // When
        VaultAnswer answer = vault.root().read(memory.path("creds/deploy"));

        // Then
        answer.expect(400, "AWS broke off");
        Eventually.is("the account is gone", () -> memory.world().accounts().isEmpty());
        Eventually.holds(
                () -> vault.root().list("sys/leases/lookup/" + memory.path()).expect(404));
    }

    private boolean irrevocable(String lease) {
        return vault.root().read("sys/leases?type=irrevocable").body().contains(lease);
    }

    private VaultAnswer lookup(String lease) {
        return vault.root().write("sys/leases/lookup", body("lease_id", lease));
    }

    private void requireGone(String lease) {
        lookup(lease).expect(400, "invalid lease");
    }
}
