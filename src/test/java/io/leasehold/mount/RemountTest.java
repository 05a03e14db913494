package io.leasehold.mount;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.testing.Eventually;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code sys/remount}: the data moves, the leases end. */
@QuarkusTest
@Tag("database")
class RemountTest {
    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @BeforeEach
    void mount() {
        vault.root().write("sys/mounts/move/from", body("type", "memory")).expect(204);
        vault.root().write("sys/mounts/move/other", body("type", "memory")).expect(204);
    }

    @AfterEach
    void unmount() {
        engine.at("move/from/").allowDeletes();
        Stream.of("move/from", "move/to", "move/other")
                .forEach(path -> vault.root().delete("sys/mounts/" + path).expect(204));
    }

    @Test
    void aMoveTakesTheDataAlongAndEndsTheLeases() {
        // Given
        vault.root().write("move/from/config", body("text", "kept")).expect(204);
        String lease = vault.root().read("move/from/creds/deploy").expect(200).leaseId();
        String accessor = accessor("move/from");

        // When
        VaultAnswer answer = remount("move/from", "move/to");

        // Then
        assertEquals(
                List.of("Mount move has been queued. Progress will be reported in Leasehold's server log, tagged with"
                        + " the returned migration_id"),
                answer.expect(200).warnings());
        JsonNode done = ended(answer);
        assertEquals("success", done.path("status").asText());
        assertEquals("move/from/", done.path("source_mount").asText());
        assertEquals("move/to/", done.path("target_mount").asText());
        assertEquals(
                "kept", vault.root().read("move/to/config").data().path("text").asText());
        assertEquals(accessor, accessor("move/to"));
        assertEquals(Set.of(), engine.at("move/from/").accounts());
        vault.root().write("sys/leases/lookup", body("lease_id", lease)).expect(400, "invalid lease");
        vault.root().read("move/from/config").expect(404);
    }

    @Test
    void theMigrationIdStandsInTheDataAndAtTheTopLevel() {
        // When
        VaultAnswer answer = remount("move/from", "move/to");

        // Then
        assertEquals(answer.data().path("migration_id"), answer.json().path("migration_id"));
        ended(answer);
    }

    @Test
    void aMoveWhoseLeasesCannotBeRevokedFails() {
        // Given
        vault.root().read("move/from/creds/deploy").expect(200);
        engine.at("move/from/").refuseDeletes("AWS is away");

        // When
        VaultAnswer answer = remount("move/from", "move/to");

        // Then
        assertEquals("failure", ended(answer).path("status").asText());
        vault.root().read("sys/mounts/move/from").expect(200);
        vault.root().read("sys/mounts/move/to").expect(400);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(body(), "both 'from' and 'to' path must be specified as a string"),
                arguments(body("from", "move/from"), "both 'from' and 'to' path must be specified as a string"),
                arguments(body("from", "nothing", "to", "move/to"), "no matching mount at \"nothing/\""),
                arguments(body("from", "move/from", "to", "move/other"), "path already in use at \"move/other/\""),
                arguments(body("from", "move/from", "to", "move/from"), "path already in use at \"move/from/\""),
                arguments(body("from", "move/from", "to", "move/from/x"), "path already in use at \"move/from/x/\""),
                arguments(body("from", "sys", "to", "move/to"), "cannot remount \"sys/\""),
                arguments(body("from", "auth/token", "to", "move/to"), "cannot remount \"auth/token/\""),
                arguments(body("from", "move/from", "to", "sys/x"), "cannot remount to destination sys/x/"),
                arguments(body("from", "move/from", "to", "auth/x"), "cannot remount to destination auth/x/"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void aMoveThatCannotBeIsRefusedInVaultsWords(Map<String, Object> body, String error) {
        // When
        VaultAnswer answer = vault.root().write("sys/remount", body);

        // Then
        answer.expect(400, error);
    }

    @Test
    void anUnknownMoveHasNoStatus() {
        // When
        VaultAnswer answer = vault.root().read("sys/remount/status/3f0d2c1e-5bd0-3a44-9f0e-2d0f4d9f2b11");

        // Then
        answer.expect(404, new String[0]);
    }

    private VaultAnswer remount(String from, String to) {
        return vault.root().write("sys/remount", body("from", from, "to", to));
    }

    private JsonNode ended(VaultAnswer queued) {
        String status =
                "sys/remount/status/" + queued.data().path("migration_id").asText();
        Eventually.is(
                "the move ends",
                () -> !vault.root()
                        .read(status)
                        .data()
                        .path("migration_info")
                        .path("status")
                        .asText()
                        .equals("in-progress"));
        return vault.root().read(status).expect(200).data().path("migration_info");
    }

    private String accessor(String path) {
        return vault.root()
                .read("sys/mounts/" + path)
                .expect(200)
                .data()
                .path("accessor")
                .asText();
    }
}
