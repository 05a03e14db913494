package io.leasehold.mount;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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

/** {@code sys/mounts}: enable, list, read, tune and disable. */
@QuarkusTest
@Tag("database")
class MountsTest {
    private static final String PATH = "mounts-test";

    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @AfterEach
    void unmount() {
        Stream.of(PATH, PATH + "/a/b/c", PATH + "-2", "with space")
                .forEach(path -> vault.root().delete("sys/mounts/" + path.replace(" ", "%20")));
    }

    @Test
    void aMountIsListedWithItsConfiguredLimits() {
        // Given
        enable(PATH, body("type", "memory", "description", "for tests")).expect(204);

        // When
        VaultAnswer answer = vault.root().read("sys/mounts");

        // Then
        JsonNode mount = answer.expect(200).data().path(PATH + "/");
        assertEquals("memory", mount.path("type").asText());
        assertEquals("for tests", mount.path("description").asText());
        assertTrue(mount.path("accessor").asText().matches("memory_[0-9a-f]{8}"), mount.toString());
        assertTrue(mount.path("uuid").asText().matches("[0-9a-f-]{36}"));
        assertTrue(mount.path("config").path("default_lease_ttl").isIntegralNumber());
        assertEquals(0, mount.path("config").path("default_lease_ttl").asLong());
        assertEquals(0, mount.path("config").path("max_lease_ttl").asLong());
        assertEquals(mount, answer.json().path(PATH + "/"));
    }

    @Test
    void aFreshServerHasItsOwnMounts() {
        // When
        JsonNode mounts = vault.root().read("sys/mounts").expect(200).data();

        // Then
        assertEquals("system", mounts.path("sys/").path("type").asText());
        assertTrue(mounts.path("sys/").path("seal_wrap").asBoolean());
        assertTrue(mounts.path("auth/token/").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void oneMountIsReadWithOrWithoutTheSlash(String slash) {
        // Given
        enable(PATH, body("type", "memory")).expect(204);

        // When
        VaultAnswer answer = vault.root().read("sys/mounts/" + PATH + slash);

        // Then
        assertEquals("memory", answer.expect(200).data().path("type").asText());
    }

    @Test
    void whatTheCliSendsIsTaken() {
        // Given
        Map<String, Object> config =
                body("options", null, "default_lease_ttl", "0s", "max_lease_ttl", "0s", "force_no_cache", false);

        // When
        VaultAnswer answer = enable(
                PATH, body("type", "memory", "description", "", "config", config, "local", false, "options", null));

        // Then
        answer.expect(204);
        assertTrue(
                vault.root().read("sys/mounts/" + PATH).data().path("options").isNull());
    }

    @Test
    void absentOptionsReadBackAsAnEmptyObject() {
        // When
        enable(PATH, body("type", "memory", "config", body("invented", 1))).expect(204);

        // Then
        JsonNode options = vault.root().read("sys/mounts/" + PATH).data().path("options");
        assertTrue(options.isObject() && options.isEmpty(), options.toString());
    }

    @Test
    void anEngineIsMountedSeveralTimesAtAnyDepthAndEachMountHasItsOwnData() {
        // Given
        enable(PATH + "/a/b/c", body("type", "memory")).expect(204);
        enable(PATH + "-2", body("type", "memory")).expect(204);

        // When
        vault.root().write(PATH + "/a/b/c/config", body("text", "deep")).expect(204);

        // Then
        assertEquals(
                "deep",
                vault.root().read(PATH + "/a/b/c/config").data().path("text").asText());
        vault.root().read(PATH + "-2/config").expect(404);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(PATH, body(), "backend type must be specified as a string"),
                arguments(PATH, body("type", ""), "backend type must be specified as a string"),
                arguments(PATH, body("type", "nothing"), "plugin not found in the catalog: nothing"),
                arguments(PATH, body("type", "system"), "mount type of \"system\" is not mountable"),
                arguments(PATH, body("type", "token"), "mount type of \"token\" is not mountable"),
                arguments(PATH, body("type", "cubbyhole"), "mount type of \"cubbyhole\" is not mountable"),
                arguments(PATH, body("type", "identity"), "mount type of \"identity\" is not mountable"),
                arguments(PATH, body("type", "plugin"), "plugin_name must be provided for plugin backend"),
                arguments("auth/x", body("type", "memory"), "cannot mount \"auth/x/\""),
                arguments("sys/x", body("type", "memory"), "cannot mount \"sys/x/\""),
                arguments("audit/x", body("type", "memory"), "cannot mount \"audit/x/\""),
                arguments("identity", body("type", "memory"), "cannot mount \"identity/\""),
                arguments("cubbyhole", body("type", "memory"), "cannot mount \"cubbyhole/\""),
                arguments(
                        PATH,
                        body("type", "memory", "options", body("version", "2")),
                        "secrets engine \"memory\" does not allow setting a version"),
                arguments(
                        PATH,
                        config("default_lease_ttl", "2h", "max_lease_ttl", "1h"),
                        "given default lease TTL greater than given max lease TTL"),
                arguments(
                        PATH,
                        config("default_lease_ttl", "769h"),
                        "given default lease TTL greater than system max lease TTL of 2764800"),
                arguments(PATH, config("listing_visibility", "loud"), "invalid listing_visibility loud"),
                arguments(
                        PATH,
                        config("default_lease_ttl", "soon"),
                        "unable to parse default TTL of soon: time: invalid duration \"soon\""),
                arguments(
                        PATH,
                        config("max_lease_ttl", "soon"),
                        "unable to parse max TTL of soon: time: invalid duration \"soon\""));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refusals")
    void aMountThatCannotBeIsRefusedInVaultsWords(String path, Map<String, Object> body, String error) {
        // When
        VaultAnswer answer = enable(path, body);

        // Then
        answer.expect(400, error);
        vault.root().read("sys/mounts/" + PATH).expect(400, "No secret engine mount at " + PATH + "/");
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource({
        "mounts-test/a/b/c, mounts-test/a/b/c",
        "mounts-test/a/b/c/d, mounts-test/a/b/c",
        "mounts-test/a, mounts-test/a/b/c",
        "mounts-test, mounts-test/a/b/c"
    })
    void mountsNeitherShareAPathNorNest(String path, String existing) {
        // Given
        enable(existing, body("type", "memory")).expect(204);

        // When
        VaultAnswer answer = enable(path, body("type", "memory"));

        // Then
        answer.expect(400, "path is already in use at " + existing + "/");
    }

    @Test
    void aPathMayHoldASpace() {
        // When
        VaultAnswer answer = enable("with%20space", body("type", "memory"));

        // Then
        answer.expect(204);
        vault.root().read("sys/mounts/with%20space").expect(200);
    }

    @Test
    void ofTwoWhoWantTheSamePathOneGetsIt() {
        // When
        List<Integer> statuses = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> enable(PATH, body("type", "memory")).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        // Then
        assertEquals(List.of(204, 400), statuses);
    }

    @Test
    void disablingForgetsWhatTheEngineStored() {
        // Given
        enable(PATH, body("type", "memory")).expect(204);
        String accessor =
                vault.root().read("sys/mounts/" + PATH).data().path("accessor").asText();
        vault.root().write(PATH + "/config", body("text", "a")).expect(204);

        // When
        vault.root().delete("sys/mounts/" + PATH).expect(204);

        // Then
        assertFalse(engine.remembers(accessor));
        vault.root()
                .read(PATH + "/config")
                .expect(404, "no handler for route \"" + PATH + "/config\". route entry not found.");
        enable(PATH, body("type", "memory")).expect(204);
        assertNotEquals(
                accessor,
                vault.root().read("sys/mounts/" + PATH).data().path("accessor").asText());
    }

    @Test
    void disablingRevokesEveryLease() {
        // Given
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            String account = memory.issueAccount("");
            String session = memory.issueSession("");

            // When
            vault.root().delete("sys/mounts/" + memory.path()).expect(204);

            // Then
            assertEquals(java.util.Set.of(), memory.world().accounts());
            vault.root().write("sys/leases/lookup", body("lease_id", account)).expect(400, "invalid lease");
            vault.root().write("sys/leases/lookup", body("lease_id", session)).expect(400, "invalid lease");
        }
    }

    @Test
    void aMountWhoseLeasesCannotBeRevokedStaysTaintedUntilTheyCan() {
        // Given
        try (MemoryMount memory = MemoryMount.enable(vault, engine)) {
            String lease = memory.issueAccount("");
            memory.world().refuseDeletes("AWS is away");

            // When
            VaultAnswer answer = vault.root().delete("sys/mounts/" + memory.path());

            // Then
            answer.expect(
                    400,
                    "failed to revoke \"" + lease + "\" (1 / 1): failed to revoke entry: resp:"
                            + " (*logical.Response)(nil) err: AWS is away");
            assertTrue(vault.root().read("sys/mounts").data().has(memory.path() + "/"));
            vault.root()
                    .read(memory.path("creds/x"))
                    .expect(404, "no handler for route \"" + memory.path("creds/x") + "\". route entry is tainted.");
            memory.world().allowDeletes();
            vault.root().delete("sys/mounts/" + memory.path()).expect(204);
            assertEquals(java.util.Set.of(), memory.world().accounts());
        }
    }

    @Test
    void disablingNothingIsFine() {
        // When
        VaultAnswer answer = vault.root().delete("sys/mounts/nothing/there");

        // Then
        answer.expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys", "cubbyhole", "identity", "auth/token"})
    void theServersOwnMountsCannotBeDisabled(String path) {
        // When
        VaultAnswer answer = vault.root().delete("sys/mounts/" + path);

        // Then
        answer.expect(400, "cannot unmount \"" + path + "/\"");
    }

    @Test
    void tuneShowsTheLimitsThatHold() {
        // Given
        enable(PATH, config("max_lease_ttl", "2h")).expect(204);

        // When
        JsonNode tuned =
                vault.root().read("sys/mounts/" + PATH + "/tune").expect(200).data();

        // Then
        assertEquals(7200, tuned.path("default_lease_ttl").asLong());
        assertEquals(7200, tuned.path("max_lease_ttl").asLong());
        assertEquals(false, tuned.path("force_no_cache").asBoolean(true));
        assertTrue(tuned.path("listing_visibility").isMissingNode());
        assertEquals(
                0,
                vault.root()
                        .read("sys/mounts/" + PATH)
                        .data()
                        .path("config")
                        .path("default_lease_ttl")
                        .asLong());
    }

    @Test
    void withoutLimitsTheServersHold() {
        // Given
        enable(PATH, body("type", "memory")).expect(204);

        // When
        JsonNode tuned =
                vault.root().read("sys/mounts/" + PATH + "/tune").expect(200).data();

        // Then
        assertEquals(2764800, tuned.path("default_lease_ttl").asLong());
        assertEquals(2764800, tuned.path("max_lease_ttl").asLong());
    }

    static Stream<Arguments> tunings() {
        return Stream.of(
                arguments("a duration", body("default_lease_ttl", "30m"), 1800, 7200),
                arguments("digits", body("default_lease_ttl", "60"), 60, 7200),
                arguments("a number", body("default_lease_ttl", 60), 60, 7200),
                arguments("nothing", body(), 3600, 7200),
                arguments("the empty text", body("default_lease_ttl", "", "max_lease_ttl", ""), 3600, 7200),
                arguments("null", body("default_lease_ttl", null), 3600, 7200),
                arguments("unknown members only", body("invented", 1), 3600, 7200),
                arguments("system", body("default_lease_ttl", "system", "max_lease_ttl", "system"), 2764800, 2764800),
                arguments("0s", body("default_lease_ttl", "0s"), 7200, 7200),
                arguments("max alone", body("max_lease_ttl", "3h"), 3600, 10800));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tunings")
    void tuningChangesWhatIsSent(String name, Map<String, Object> tuning, long defaultTtl, long maxTtl) {
        // Given
        enable(PATH, config("default_lease_ttl", "1h", "max_lease_ttl", "2h")).expect(204);

        // When
        VaultAnswer answer = vault.root().write("sys/mounts/" + PATH + "/tune", tuning);

        // Then
        answer.expect(204);
        JsonNode read = vault.root().read("sys/mounts/" + PATH + "/tune").data();
        assertEquals(defaultTtl, read.path("default_lease_ttl").asLong());
        assertEquals(maxTtl, read.path("max_lease_ttl").asLong());
    }

    @Test
    void tunedSettingsReadBack() {
        // Given
        enable(PATH, body("type", "memory", "options", body("a", "1", "b", "2")))
                .expect(204);

        // When
        vault.root()
                .write(
                        "sys/mounts/" + PATH + "/tune",
                        body(
                                "description",
                                "new",
                                "listing_visibility",
                                "unauth",
                                "audit_non_hmac_request_keys",
                                "x,y",
                                "options",
                                body("a", "", "c", "3")))
                .expect(204);

        // Then
        JsonNode tuned = vault.root().read("sys/mounts/" + PATH + "/tune").data();
        assertEquals("new", tuned.path("description").asText());
        assertEquals("unauth", tuned.path("listing_visibility").asText());
        assertEquals("[\"x\",\"y\"]", tuned.path("audit_non_hmac_request_keys").toString());
        assertEquals("{\"b\":\"2\",\"c\":\"3\"}", tuned.path("options").toString());
    }

    static Stream<Arguments> tuneRefusals() {
        return Stream.of(
                arguments(PATH, body("default_lease_ttl", "soon"), "time: invalid duration \"soon\""),
                arguments(
                        PATH,
                        body("default_lease_ttl", "3h", "max_lease_ttl", "2h"),
                        "backend max lease TTL of 7200 would be less than backend default lease TTL of 10800"),
                arguments(PATH, body("listing_visibility", "loud"), "invalid listing_visibility loud"),
                arguments(PATH, body("token_type", "batch"), "'token_type' can only be modified on auth mounts"),
                arguments(
                        PATH,
                        body("plugin_version", "v9.0.0"),
                        "plugin not found in the catalog: memory, version=v9.0.0"),
                arguments(PATH, body("options", body("renewal", "odd")), "renewal must be never"),
                arguments("sys", body("default_lease_ttl", "1h"), "cannot tune parameter default_lease_ttl of sys/"),
                arguments("sys", body("max_lease_ttl", "1h"), "cannot tune parameter max_lease_ttl of sys/"),
                arguments(
                        "no/mount",
                        body("default_lease_ttl", "1h"),
                        "tune of path \"no/mount/\" failed: no mount entry found"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("tuneRefusals")
    void aTuningThatCannotBeIsRefusedInVaultsWords(String path, Map<String, Object> tuning, String error) {
        // Given
        enable(PATH, body("type", "memory")).expect(204);

        // When
        VaultAnswer answer = vault.root().write("sys/mounts/" + path + "/tune", tuning);

        // Then
        answer.expect(400, error);
    }

    @Test
    void aDefaultAboveTheSystemMaximumMayBeTuned() {
        // Given
        enable(PATH, body("type", "memory")).expect(204);

        // When
        VaultAnswer answer = vault.root().write("sys/mounts/" + PATH + "/tune", body("default_lease_ttl", "10000h"));

        // Then
        answer.expect(204);
    }

    @Test
    void whereNothingIsMountedThereIsNothingToRead() {
        // When
        VaultAnswer answer = vault.root().read("sys/mounts/no/mount/tune");

        // Then
        answer.expect(400, "cannot fetch sysview for path \"no/mount/\"");
        vault.root().read("sys/mounts/no/mount").expect(400, "No secret engine mount at no/mount/");
    }

    private VaultAnswer enable(String path, Map<String, Object> body) {
        return vault.root().write("sys/mounts/" + path, body);
    }

    private static Map<String, Object> config(Object... config) {
        return body("type", "memory", "config", body(config));
    }
}
