package io.leasehold.token;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auth/token}: making, looking at, renewing and ending tokens. */
@QuarkusTest
@Tag("database")
class TokensTest {
    private static final String UNKNOWN = "2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n";
    private static final String DENIED = "1 error occurred:\n\t* permission denied\n\n";

    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @Inject
    MutableClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aTokenIsShownOnceUnderAuth() {
        // When
        VaultAnswer answer = vault.root()
                .write(
                        "auth/token/create",
                        body("policies", "b,a", "ttl", "1h", "display_name", "ci x/y", "meta", body("team", "ci")));

        // Then
        JsonNode auth = answer.expect(200).auth();
        assertTrue(answer.json().path("data").isNull());
        assertTrue(auth.path("client_token").asText().matches("hvs\\.[0-9A-Za-z]{24}"));
        assertTrue(auth.path("accessor").asText().matches("[0-9A-Za-z]{24}"));
        assertEquals("[\"a\",\"b\",\"default\"]", auth.path("policies").toString());
        assertEquals("[\"a\",\"b\",\"default\"]", auth.path("token_policies").toString());
        assertEquals("{\"team\":\"ci\"}", auth.path("metadata").toString());
        assertEquals(3600, auth.path("lease_duration").asLong());
        assertTrue(auth.path("renewable").asBoolean());
        assertEquals("service", auth.path("token_type").asText());
        assertEquals(false, auth.path("orphan").asBoolean(true));
        assertEquals("", auth.path("entity_id").textValue());
        assertTrue(auth.path("mfa_requirement").isNull());
        assertEquals(0, auth.path("num_uses").asInt());
        assertEquals("token", answer.json().path("mount_type").asText());
    }

    static Stream<Arguments> lives() {
        return Stream.of(
                arguments("nothing asked", body("policies", "a"), 2764800, true, List.of()),
                arguments(
                        "zero as the Go client sends it", body("policies", "a", "ttl", "0s"), 2764800, true, List.of()),
                arguments("null members", body("policies", "a", "ttl", null, "period", null), 2764800, true, List.of()),
                arguments("an old name", body("policies", "a", "lease", "2h"), 7200, true, List.of()),
                arguments("not renewable", body("policies", "a", "ttl", 60, "renewable", false), 60, false, List.of()),
                arguments(
                        "explicit max",
                        body("policies", "a", "ttl", "3h", "explicit_max_ttl", "2h"),
                        7200,
                        true,
                        List.of("TTL of \"3h\" exceeded the effective max_ttl of \"2h\"; TTL value is capped"
                                + " accordingly")),
                arguments(
                        "above the system's",
                        body("policies", "a", "ttl", "1000h"),
                        2764800,
                        true,
                        List.of("TTL of \"1000h\" exceeded the effective max_ttl of \"768h\"; TTL value is capped"
                                + " accordingly")),
                arguments("a period", body("policies", "a", "period", "1h"), 3600, true, List.of()),
                arguments("root without end", body("policies", "root"), 0, false, List.of()),
                arguments("root with an end", body("policies", "root", "ttl", "1h"), 3600, true, List.of()));
    }

    @ParameterizedTest(name = "{0}: {2} s")
    @MethodSource("lives")
    void aTokenLivesAsLongAsTheLimitsAllow(
            String name, Map<String, Object> wish, long seconds, boolean renewable, List<String> warnings) {
        // When
        VaultAnswer answer = vault.root().write("auth/token/create", wish);

        // Then
        assertEquals(seconds, answer.expect(200).auth().path("lease_duration").asLong());
        assertEquals(renewable, answer.auth().path("renewable").asBoolean());
        assertEquals(warnings, answer.warnings());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(body("num_uses", -1), "number of uses cannot be negative"),
                arguments(body("type", "robot"), "invalid 'token_type' value"),
                arguments(body("id", "hvs.x"), "custom token ID cannot have the 'hvs.' prefix"),
                arguments(body("id", "a.b"), "custom token ID cannot have a '.' in the value"),
                arguments(body("policies", "response-wrapping"), "cannot assign policy \"response-wrapping\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void aTokenThatCannotBeIsRefusedInVaultsWords(Map<String, Object> wish, String error) {
        // When
        VaultAnswer answer = vault.root().write("auth/token/create", wish);

        // Then
        answer.expect(400, error);
    }

    @Test
    void aRootTokenWithAnEndMakesNoneWithout() {
        // Given
        String ending = create("policies", "root", "ttl", "1h");

        // When
        VaultAnswer answer = vault.as(ending).write("auth/token/create", body());

        // Then
        answer.expect(400, "expiring root tokens cannot create non-expiring root tokens");
        vault.as(ending).write("auth/token/create", body("ttl", "30m")).expect(200);
    }

    @Test
    void aTokenOfTheCallersChoiceWorksAndExistsOnce() {
        // Given
        String chosen = "chosen-" + System.nanoTime();

        // When
        String token = create("id", chosen, "policies", "default");

        // Then
        assertEquals(chosen, token);
        vault.as(chosen).read("auth/token/lookup-self").expect(200);
        vault.root()
                .write("auth/token/create", body("id", chosen))
                .expect(400, "cannot create a token with a duplicate ID");
    }

    @Test
    void anOrphanHasNoParent() {
        // When
        VaultAnswer answer = vault.root().write("auth/token/create-orphan", body("policies", "default"));

        // Then
        assertTrue(answer.expect(200).auth().path("orphan").asBoolean());
        assertTrue(lookup(answer.auth().path("client_token").asText())
                .path("orphan")
                .asBoolean());
    }

    @Test
    void aLookupTellsWhatATokenIs() {
        // Given
        String token = create("policies", "default", "ttl", "1h", "display_name", "ci", "meta", body("team", "ci"));

        // When
        JsonNode data =
                vault.as(token).read("auth/token/lookup-self").expect(200).data();

        // Then
        assertEquals(token, data.path("id").asText());
        assertEquals("token-ci", data.path("display_name").asText());
        assertEquals("auth/token/create", data.path("path").asText());
        assertEquals("[\"default\"]", data.path("policies").toString());
        assertEquals("{\"team\":\"ci\"}", data.path("meta").toString());
        assertEquals(3600, data.path("creation_ttl").asLong());
        assertTrue(data.path("ttl").asLong() > 3590 && data.path("ttl").asLong() <= 3600);
        assertTrue(data.path("creation_time").isIntegralNumber());
        assertEquals(
                Instant.parse(data.path("issue_time").asText()).plusSeconds(3600),
                Instant.parse(data.path("expire_time").asText()));
        assertTrue(data.path("renewable").asBoolean());
        assertEquals("service", data.path("type").asText());
        assertFalse(data.has("period"));
        assertFalse(data.has("last_renewal"));
    }

    @Test
    void aTokenWithoutEndHasNeitherRenewableNorIssueTime() {
        // When
        JsonNode data = vault.root().read("auth/token/lookup-self").expect(200).data();

        // Then
        assertEquals(0, data.path("ttl").asLong());
        assertTrue(data.path("expire_time").isNull());
        assertTrue(data.path("meta").isNull());
        assertFalse(data.has("renewable"));
        assertFalse(data.has("issue_time"));
        assertEquals("[\"root\"]", data.path("policies").toString());
        assertEquals("auth/token/root", data.path("path").asText());
        assertTrue(data.path("orphan").asBoolean());
    }

    @Test
    void anUnknownTokenIsBad() {
        // When
        VaultAnswer answer = vault.root().write("auth/token/lookup", body("token", "hvs.unknown"));

        // Then
        answer.expect(403, "bad token");
        assertEquals(
                vault.rootToken(),
                vault.root()
                        .write("auth/token/lookup", body("token", ""))
                        .data()
                        .path("id")
                        .asText());
    }

    @ParameterizedTest(name = "after {0}, increment {1}: {2} s")
    @CsvSource({"PT0S, , 3600", "PT30M, , 3600", "PT30M, 60, 60", "PT30M, 2h, 7200", "PT59M, 1h30m, 5400"})
    void renewingCountsFromNow(Duration age, String increment, long seconds) {
        // Given
        String token = create("policies", "default", "ttl", "1h");
        clock.advance(age);

        // When
        VaultAnswer answer = vault.as(token)
                .write("auth/token/renew-self", increment == null ? body() : body("increment", increment));

        // Then
        assertEquals(seconds, answer.expect(200).auth().path("lease_duration").asLong());
        assertEquals(token, answer.auth().path("client_token").asText());
        assertTrue(answer.json().path("data").isNull());
        assertTrue(lookup(token).path("last_renewal").isTextual());
    }

    @Test
    void aPeriodicTokenIsResetToItsPeriodWhateverTheIncrement() {
        // Given
        String token = create("policies", "default", "period", "1h");
        clock.advance(Duration.ofMinutes(50));

        // When
        VaultAnswer answer = vault.as(token).write("auth/token/renew-self", body("increment", "10h"));

        // Then
        assertEquals(3600, answer.expect(200).auth().path("lease_duration").asLong());
        assertEquals(3600, lookup(token).path("period").asLong());
    }

    @Test
    void aRenewalEndsAtTheExplicitMaximum() {
        // Given
        String token = create("policies", "default", "ttl", "1h", "explicit_max_ttl", "2h");
        clock.advance(Duration.ofMinutes(50));

        // When
        VaultAnswer answer = vault.as(token).write("auth/token/renew-self", body("increment", "5h"));

        // Then
        long seconds = answer.expect(200).auth().path("lease_duration").asLong();
        assertTrue(seconds > 4190 && seconds <= 4200, answer.body());
        assertEquals(1, answer.warnings().size());
    }

    @Test
    void whatIsNotRenewableIsNotRenewed() {
        // Given
        String token = create("policies", "default", "ttl", "1h", "renewable", false);

        // When
        VaultAnswer answer = vault.as(token).write("auth/token/renew-self");

        // Then
        answer.expect(400, "lease is not renewable");
        vault.root().write("auth/token/renew-self").expect(400, "lease is not renewable");
        vault.root().write("auth/token/renew", body("token", "hvs.unknown")).expect(400, "token not found");
        vault.root().write("auth/token/renew", body()).expect(400, "missing token ID");
    }

    @Test
    void revokingATokenEndsItsChildrenAndTheirLeases() {
        // Given
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            String parent = create("policies", "root", "ttl", "1h");
            String child = createAs(parent, "ttl", "1h");
            String orphan = vault.as(child)
                    .write("auth/token/create-orphan", body("ttl", "1h"))
                    .expect(200)
                    .auth()
                    .path("client_token")
                    .asText();
            String grandchild = createAs(child, "ttl", "1h");
            vault.as(grandchild).read(memory.path("creds/deploy")).expect(200);
            vault.as(orphan).read(memory.path("creds/deploy")).expect(200);

            // When
            vault.root().write("auth/token/revoke", body("token", parent)).expect(204);

            // Then
            Stream.of(parent, child, grandchild)
                    .forEach(token -> vault.as(token).read("sys/mounts").expect(403, UNKNOWN));
            vault.as(orphan).read("sys/mounts").expect(200);
            clock.advance(Duration.ofMinutes(6));
            Eventually.is("one account is left", () -> memory.world().accounts().size() == 1);
        }
    }

    @Test
    void aTokenMayEndItself() {
        // Given
        String token = create("policies", "default", "ttl", "1h");

        // When
        VaultAnswer answer = vault.as(token).write("auth/token/revoke-self");

        // Then
        answer.expect(204);
        vault.as(token).read("auth/token/lookup-self").expect(403, UNKNOWN);
        vault.root().write("auth/token/revoke", body("token", token)).expect(204);
        vault.root().write("auth/token/revoke", body()).expect(400, "missing token ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth/token/lookup/hvs.x", "auth/token/renew/hvs.x", "auth/token/revoke/hvs.x"})
    void aTokenNeverStandsInAPath(String path) {
        // When
        VaultAnswer answer = vault.root().write(path);

        // Then
        answer.expect(404, "1 error occurred:\n\t* unsupported path\n\n");
    }

    @Test
    void aTokenEndsByTheClockAndTakesItsLeasesAlong() {
        // Given
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            String token = create("policies", "root", "ttl", "1h");
            vault.as(token).read(memory.path("creds/deploy?ttl=10h")).expect(200);

            // When
            clock.advance(Duration.ofHours(2));

            // Then
            vault.as(token).read("sys/mounts").expect(403, UNKNOWN);
            Eventually.is("the account is gone", () -> memory.world().accounts().isEmpty());
        }
    }

    @Test
    void aTokenWithTwoUsesIsGoodForTwoRequestsAllowedOrNot() {
        // Given
        String token = create("policies", "default", "num_uses", 2);

        // When
        vault.as(token).read("sys/mounts").expect(403, DENIED);

        // Then
        vault.as(token).read("auth/token/lookup-self").expect(200);
        vault.as(token).read("auth/token/lookup-self").expect(403, UNKNOWN);
    }

    @Test
    void aLookupByAnotherCostsNoUse() {
        // Given
        String token = create("policies", "default", "num_uses", 3);

        // When
        lookup(token);

        // Then
        assertEquals(3, lookup(token).path("num_uses").asInt());
    }

    @Test
    void ofManyRequestsAtOnceNoMoreThanTheLimitAreLetThrough() {
        // Given
        String token = create("policies", "default", "num_uses", 3);

        // When
        long served = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> vault.as(token).read("auth/token/lookup-self").status()))
                .limit(10)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 200)
                .count();

        // Then
        assertTrue(served <= 3, served + " were served");
        vault.as(token).read("auth/token/lookup-self").expect(403, UNKNOWN);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, sys/mounts",
        "PUT, sys/mounts/x",
        "PUT, auth/token/create",
        "PUT, auth/token/lookup",
        "PUT, sys/leases/revoke",
        "LIST, sys/leases/lookup",
        "PUT, sys/leases/revoke-prefix/x",
        "GET, sys/leases",
        "GET, no/such/mount",
        "GET, sys/no/such/path",
        "DELETE, sys/leases/lookup",
        "PUT, sys/remount"
    })
    void theDefaultPolicyOpensNothingElse(String verb, String path) {
        // Given
        String token = create("policies", "default");

        // When
        VaultAnswer answer = vault.as(token).raw(verb, "/v1/" + path);

        // Then
        answer.expect(403, DENIED);
    }

    @Test
    void theDefaultPolicyOpensLeasesByTheIdInTheBody() {
        // Given
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            String token = create("policies", "default");
            String lease = memory.issueAccount("?ttl=1h");

            // When
            VaultAnswer looked = vault.as(token).write("sys/leases/lookup", body("lease_id", lease));

            // Then
            looked.expect(200);
            vault.as(token).write("sys/leases/renew", body("lease_id", lease)).expect(200);
            vault.as(token).write("sys/renew", body("lease_id", lease)).expect(200);
            vault.as(token).write("sys/leases/renew/" + lease).expect(403, DENIED);
            vault.as(token).write("sys/leases/revoke", body("lease_id", lease)).expect(403, DENIED);
            assertEquals(Set.of(lease), Set.of(looked.data().path("id").asText()));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, sys/mounts",
        "GET, no/such/mount",
        "GET, sys/no/such/path",
        "DELETE, sys/leases/lookup",
        "PUT, auth/token/lookup-self",
        "GET, auth/token/no/such/path"
    })
    void anInvalidTokenLearnsNothingAboutThePath(String verb, String path) {
        // When
        VaultAnswer answer = vault.as("hvs.unknown").raw(verb, "/v1/" + path);

        // Then
        answer.expect(403, UNKNOWN);
        vault.anonymous().raw(verb, "/v1/" + path).expect(403, "permission denied");
    }

    @Test
    void aBodyThatCannotBeReadIsRefusedBeforeTheTokenIsLookedAt() {
        // When
        VaultAnswer answer = vault.anonymous().raw("PUT", "/v1/auth/token/create", "{");

        // Then
        answer.expect(400, "error parsing JSON");
    }

    private String create(Object... wish) {
        return createAs(vault.rootToken(), wish);
    }

    private String createAs(String parent, Object... wish) {
        return vault.as(parent)
                .write("auth/token/create", body(wish))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();
    }

    private JsonNode lookup(String token) {
        return vault.root()
                .write("auth/token/lookup", body("token", token))
                .expect(200)
                .data();
    }
}
