package io.leasehold.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, envelope and the endpoints without one. */
@QuarkusTest
@Tag("database")
class AnswersTest {
    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    private MemoryMount memory;

    @BeforeEach
    void mount() {
        memory = MemoryMount.enable(vault, engine);
    }

    @AfterEach
    void unmount() {
        memory.close();
    }

    static Stream<Arguments> everyStatus() {
        return Stream.of(
                arguments("GET", "/v1/sys/mounts", 200),
                arguments("PUT", "/v1/M/config", 204),
                arguments("PUT", "/v1/sys/leases/revoke-prefix/nowhere?help=1", 200),
                arguments("GET", "/v1/sys/mounts/nowhere", 400),
                arguments("GET", "/v1/M/config%00", 400),
                arguments("GET", "/v1/M/things/none", 404),
                arguments("GET", "/v1/nowhere", 404),
                arguments("GET", "/nowhere", 404),
                arguments("GET", "/v1/M/things", 405),
                arguments("FROB", "/v1/M/config", 405),
                arguments("HEAD", "/v1/M/config", 405),
                arguments("OPTIONS", "/v1/M/config", 405),
                arguments("GET", "/v1/sys/health", 200),
                arguments("HEAD", "/v1/sys/health", 200),
                arguments("GET", "/v1/sys/seal-status", 200),
                arguments("GET", "/v1/sys/leader", 200),
                arguments("GET", "/v1/sys/init", 200),
                arguments("DELETE", "/v1/sys/leader", 405));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("everyStatus")
    void everyAnswerIsJsonWithoutCharsetAndNeverStored(String verb, String path, int status) {
        // When
        VaultAnswer answer = vault.root().raw(verb, path.replace("/M", "/" + memory.path()));

        // Then
        answer.expect(status);
        assertEquals(Optional.of("application/json"), answer.header("Content-Type"));
        assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
    }

    @Test
    void aRefusedTokenHasTheSameHeaders() {
        // When
        VaultAnswer answer = vault.anonymous().read("sys/mounts");

        // Then
        answer.expect(403, "permission denied");
        assertEquals(Optional.of("application/json"), answer.header("Content-Type"));
        assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
    }

    @Test
    void anAcceptedRequestHasTheSameHeadersAndNoBody() {
        // When
        VaultAnswer answer = vault.root().write("sys/leases/revoke/nowhere/x", VaultDriver.body("sync", false));

        // Then
        answer.expect(202);
        assertEquals("", answer.body());
        assertEquals(Optional.of("application/json"), answer.header("Content-Type"));
        assertEquals(Optional.of("no-store"), answer.header("Cache-Control"));
    }

    @Test
    void theEnvelopeHasAllItsMembersInOrderAndEndsInANewline() {
        // When
        VaultAnswer answer = vault.root().read("auth/token/lookup-self");

        // Then
        List<String> members = new ArrayList<>();
        answer.json().fieldNames().forEachRemaining(members::add);
        assertEquals(
                List.of(
                        "request_id",
                        "lease_id",
                        "renewable",
                        "lease_duration",
                        "data",
                        "wrap_info",
                        "warnings",
                        "auth",
                        "mount_type"),
                members);
        assertTrue(answer.body().endsWith("}\n"));
    }

    @Test
    void anAnswerWithoutLeaseSaysSoWithTheRightTypes() {
        // When
        JsonNode envelope = vault.root().read("auth/token/lookup-self").json();

        // Then
        assertTrue(envelope.path("request_id").asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertEquals("", envelope.path("lease_id").textValue());
        assertEquals(false, envelope.path("renewable").booleanValue());
        assertTrue(envelope.path("lease_duration").isIntegralNumber());
        assertTrue(envelope.path("wrap_info").isNull());
        assertTrue(envelope.path("warnings").isNull());
        assertTrue(envelope.path("auth").isNull());
        assertEquals("token", envelope.path("mount_type").textValue());
    }

    @Test
    void leasedDataStandsUnderItsLease() {
        // When
        JsonNode envelope =
                vault.root().read(memory.path("creds/deploy?ttl=1h")).json();

        // Then
        assertTrue(
                envelope.path("lease_id").asText().matches(memory.path("creds/deploy") + "/[0-9A-Za-z]{24}"),
                envelope.toString());
        assertEquals(3600, envelope.path("lease_duration").asLong());
        assertTrue(envelope.path("renewable").asBoolean());
        assertEquals(16, envelope.path("data").path("password").asText().length());
        assertEquals("memory", envelope.path("mount_type").asText());
    }

    @Test
    void systemListsRepeatTheirDataAtTheTopLevelAndTheFrameWins() {
        // When
        JsonNode envelope = vault.root().read("sys/mounts/" + memory.path()).json();

        // Then
        assertEquals(envelope.path("data").path("accessor"), envelope.path("accessor"));
        assertEquals("memory", envelope.path("type").asText());
        assertEquals("system", envelope.path("mount_type").asText());
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({"root, 200", "/, 200", "root/, 200", "team, 404"})
    void aNamespaceIsEchoedAndOnlyRootIsServed(String namespace, int status) {
        // When
        VaultAnswer answer = vault.root().with("X-Vault-Namespace", namespace).read("sys/mounts");

        // Then
        answer.expect(status);
        assertEquals(Optional.of(namespace), answer.header("X-Vault-Namespace"));
        assertEquals(status == 404 ? List.of("namespace not found") : List.of(), answer.errors());
    }

    @Test
    void aWishForWrappingIsRefusedBeforeAnythingIsIssued() {
        // When
        VaultAnswer answer = vault.root().with("X-Vault-Wrap-TTL", "60s").read(memory.path("creds/deploy"));

        // Then
        answer.expect(400, "response wrapping is not offered by this version of Leasehold");
        assertEquals(0, memory.world().begun());
    }

    @Test
    void aBearerTokenCountsWhereTheOwnHeaderIsAbsent() {
        // When
        VaultAnswer answer = vault.anonymous()
                .with("Authorization", "Bearer " + vault.rootToken())
                .read("sys/mounts");

        // Then
        answer.expect(200);
        vault.as("wrong")
                .with("Authorization", "Bearer " + vault.rootToken())
                .read("sys/mounts")
                .expect(403);
    }

    @Test
    void aCookieIsNeverAToken() {
        // When
        VaultAnswer answer = vault.anonymous()
                .with("Cookie", "X-Vault-Token=" + vault.rootToken() + "; token=" + vault.rootToken())
                .read("sys/mounts");

        // Then
        answer.expect(403, "permission denied");
    }

    @Test
    void initialisingTwiceIsRefused() {
        // Given
        vault.rootToken();

        // When
        VaultAnswer answer = vault.anonymous().raw("PUT", "/v1/sys/init", "{}");

        // Then
        answer.expect(400, "Vault is already initialized");
        assertTrue(vault.anonymous().read("sys/init").json().path("initialized").asBoolean());
    }

    @Test
    void keySharesAreNotForThisSeal() {
        // When
        VaultAnswer answer =
                vault.anonymous().raw("PUT", "/v1/sys/init", "{\"secret_shares\":5,\"secret_threshold\":3}");

        // Then
        answer.expect(400, "parameters secret_shares,secret_threshold not applicable to seal type keyfile");
    }

    @Test
    void sealStatusHasAVersionThatTerraformReads() {
        // When
        JsonNode status = vault.anonymous().read("sys/seal-status").json();

        // Then
        assertTrue(status.path("version").asText().matches("\\d+\\.\\d+\\.\\d+"), status.toString());
        assertEquals(false, status.path("sealed").asBoolean(true));
        assertEquals(true, status.path("initialized").asBoolean());
        assertEquals("postgresql", status.path("storage_type").asText());
        assertEquals("", status.path("nonce").textValue());
    }

    @ParameterizedTest(name = "health?{0} is {1}")
    @CsvSource({"'', 200", "activecode=700, 700", "sealedcode=299&unknown=1, 200", "activecode=299, 299"})
    void healthSaysWhatTheProbeWants(String query, int status) {
        // When
        VaultAnswer answer = vault.anonymous().read("sys/health?" + query);

        // Then
        answer.expect(status);
        assertEquals(false, answer.json().path("sealed").asBoolean(true));
        assertEquals(false, answer.json().path("standby").asBoolean(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activecode=x", "activecode=2.5"})
    void healthWithACodeThatIsNoNumberIsRefused(String query) {
        // When
        VaultAnswer answer = vault.anonymous().read("sys/health?" + query);

        // Then
        answer.expect(400, new String[0]);
    }

    @Test
    void nobodyLeads() {
        // When
        JsonNode leader = vault.anonymous().read("sys/leader").json();

        // Then
        assertEquals(false, leader.path("ha_enabled").asBoolean(true));
        assertEquals("", leader.path("leader_address").textValue());
    }
}
