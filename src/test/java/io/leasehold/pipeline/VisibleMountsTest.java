package io.leasehold.pipeline;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sys/internal/ui/mounts}. */
@QuarkusTest
@Tag("database")
class VisibleMountsTest {
    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    private MemoryMount hidden;
    private MemoryMount open;

    @BeforeEach
    void mount() {
        hidden = MemoryMount.enable(vault, engine);
        open = MemoryMount.enable(vault, engine, "listing_visibility", "unauth");
    }

    @AfterEach
    void unmount() {
        hidden.close();
        open.close();
    }

    @Test
    void withoutATokenOnlyOpenMountsShowAndOnlyTheirType() {
        // When
        JsonNode secret = vault.anonymous()
                .read("sys/internal/ui/mounts")
                .expect(200)
                .data()
                .path("secret");

        // Then
        assertFalse(secret.has(hidden.path() + "/"));
        assertEquals("memory", secret.path(open.path() + "/").path("type").asText());
        assertFalse(secret.path(open.path() + "/").has("accessor"));
    }

    @Test
    void rootSeesAllOfThemWhole() {
        // When
        JsonNode data = vault.root().read("sys/internal/ui/mounts").expect(200).data();

        // Then
        assertTrue(data.path("secret").path(hidden.path() + "/").has("accessor"));
        assertTrue(data.path("auth").path("token/").has("accessor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/creds/deploy", "/creds/deploy/"})
    void theMountThatServesAPathIsShownWithItsPath(String below) {
        // When
        VaultAnswer answer = vault.root().read("sys/internal/ui/mounts/" + hidden.path() + below);

        // Then
        assertEquals(hidden.path() + "/", answer.expect(200).data().path("path").asText());
        assertEquals("memory", answer.data().path("type").asText());
    }

    @Test
    void aTokenThatReachesNothingThereIsTurnedAway() {
        // Given
        String token = vault.root()
                .write("auth/token/create", body("policies", "default"))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();

        // When
        VaultAnswer answer = vault.as(token).read("sys/internal/ui/mounts/" + hidden.path() + "/creds/x");

        // Then
        answer.expect(403, turnedAway(hidden.path() + "/creds/x/"));
        vault.as(token).read("sys/internal/ui/mounts/sys").expect(200);
    }

    @Test
    void whereNothingIsMountedTheAnswerIsTheSameAsWithoutAccess() {
        // When
        VaultAnswer answer = vault.root().read("sys/internal/ui/mounts/nope/x");

        // Then
        answer.expect(403, turnedAway("nope/x/"));
        vault.anonymous().read("sys/internal/ui/mounts/nope/x").expect(403);
    }

    private static String turnedAway(String path) {
        return "preflight capability check returned 403, please ensure client's policies grant access to path \"" + path
                + "\"";
    }
}
