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
import java.util.List;
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

/** Paths, verbs and bodies of the wire; M in a path stands for a mount of the engine in memory. */
@QuarkusTest
@Tag("database")
class TransportTest {
    private static final String UNSUPPORTED_PATH = "1 error occurred:\n\t* unsupported path\n\n";
    private static final String UNSUPPORTED_OPERATION = "1 error occurred:\n\t* unsupported operation\n\n";
    private static final String CLIMBS = "1 error occurred:\n\t* relative paths not supported\n\n";
    private static final String SLASH = "cannot write to a path ending in '/'";

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

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("GET", "/v1/", 404, List.of("no handler for route \"\". route entry not found.")),
                arguments("GET", "/v1/no/x", 404, List.of("no handler for route \"no/x\". route entry not found.")),
                arguments("LIST", "/v1/no/x", 404, List.of("no handler for route \"no/x/\". route entry not found.")),
                arguments("GET", "/v1/M/nothing", 404, List.of(UNSUPPORTED_PATH)),
                arguments("LIST", "/v1/M/config", 404, List.of(UNSUPPORTED_PATH)),
                arguments("GET", "/v1/M/config?list=true", 404, List.of(UNSUPPORTED_PATH)),
                arguments("GET", "/v1/sys/mounts/", 404, List.of(UNSUPPORTED_PATH)),
                arguments("GET", "/v1/M/things", 405, List.of(UNSUPPORTED_OPERATION)),
                arguments("GET", "/v1/M/things?list=false", 405, List.of(UNSUPPORTED_OPERATION)),
                arguments("GET", "/v1/M/things?list=", 405, List.of(UNSUPPORTED_OPERATION)),
                arguments("DELETE", "/v1/M/creds/x", 405, List.of(UNSUPPORTED_OPERATION)),
                arguments("GET", "/v1/M/things?list=perhaps", 400, List.of()),
                arguments("GET", "/v1/M/config", 404, List.of()),
                arguments("LIST", "/v1/M/things", 404, List.of()),
                arguments("GET", "/v1/M/../config", 400, List.of(CLIMBS)),
                arguments("GET", "/v1/M/a..b", 400, List.of(CLIMBS)),
                arguments("GET", "/v1/M/%2e%2e/config", 400, List.of(CLIMBS)),
                arguments("PUT", "/v1/M/things/a/", 400, List.of(SLASH)),
                arguments("POST", "/v1/M/config/", 400, List.of(SLASH)),
                arguments("FROB", "/v1/M/config", 405, List.of()),
                arguments("PUT", "/v1/sys/health", 405, List.of()),
                arguments("DELETE", "/v1/sys/init", 405, List.of()),
                arguments("POST", "/v1/sys/seal-status", 405, List.of()),
                arguments("GET", "/other", 404, List.of()));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("refusals")
    void aRequestThatLeadsNowhereIsRefusedInVaultsWords(String verb, String path, int status, List<String> errors) {
        // When
        VaultAnswer answer = vault.root().raw(verb, at(path));

        // Then
        answer.expect(status, errors.toArray(String[]::new));
    }

    @Test
    void headIsAnsweredByHealthAlone() {
        // When
        VaultAnswer answer = vault.root().raw("HEAD", at("/v1/M/creds/x"));

        // Then
        answer.expect(405);
        assertEquals(0, memory.world().begun());
        vault.anonymous().raw("HEAD", "/v1/sys/health").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/M/a%00b", "/v1/M/a%0ab", "/v1/M/a%7fb"})
    void aPathThatCannotBePrintedIsRefusedWithoutABody(String path) {
        // When
        VaultAnswer answer = vault.root().raw("GET", at(path));

        // Then
        answer.expect(400);
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @CsvSource({"LIST,/v1/M/things", "LIST,/v1/M/things/", "GET,/v1/M/things?list=true", "GET,/v1/M/things/?list=1"})
    void aListHasManyForms(String verb, String path) {
        // Given
        vault.root()
                .write(memory.path("things/b"), VaultDriver.body("text", "x"))
                .expect(204);
        vault.root()
                .write(memory.path("things/a"), VaultDriver.body("text", "x"))
                .expect(204);

        // When
        VaultAnswer answer = vault.root().raw(verb, at(path));

        // Then
        answer.expect(200);
        assertEquals(List.of("a", "b"), answer.keys());
        assertEquals(List.of(), answer.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void postAndPutAreTheSame(String verb) {
        // When
        VaultAnswer answer = vault.root().raw(verb, at("/v1/M/config"), "{\"text\":\"a\"}");

        // Then
        answer.expect(204);
        assertEquals(
                "a",
                vault.root().read(memory.path("config")).data().path("text").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/M//config", "/v1//M/config", "/v1/M///config"})
    void doubleSlashesAreOne(String path) {
        // Given
        vault.root().write(memory.path("config"), VaultDriver.body("text", "a")).expect(204);

        // When
        VaultAnswer answer = vault.root().raw("GET", at(path));

        // Then
        answer.expect(200);
    }

    static Stream<Arguments> bodies() {
        String form = "application/x-www-form-urlencoded";
        return Stream.of(
                arguments("no content type", null, "{\"text\":\"a\"}", "{\"text\":\"a\"}"),
                arguments("plain text", "text/plain", "{\"text\":\"a\"}", "{\"text\":\"a\"}"),
                arguments("xml", "application/xml", "{\"text\":\"a\"}", "{\"text\":\"a\"}"),
                arguments("what curl -d sends", form, "{\"text\":\"a\"}", "{\"text\":\"a\"}"),
                arguments("a form", form, "text=a&names=x&names=y", "{\"text\":\"a\",\"names\":[\"x\",\"y\"]}"),
                arguments("nothing", "application/json", "", "{}"),
                arguments("null", "application/json", "null", "{}"),
                arguments("unknown fields", "application/json", "{\"bogus\":1}", "{}"),
                arguments("text after the object", "application/json", "{\"text\":\"a\"}{", "{\"text\":\"a\"}"),
                arguments(
                        "everything as text, as the CLI sends it",
                        null,
                        "{\"number\":\"5\",\"flag\":\"true\",\"time\":\"1h30m\",\"names\":\"a, b\",\"pairs\":\"k=v\"}",
                        "{\"number\":5,\"flag\":true,\"time\":5400,\"names\":[\"a\",\"b\"],\"pairs\":{\"k\":\"v\"}}"),
                arguments(
                        "everything typed",
                        null,
                        "{\"number\":5,\"flag\":1,\"time\":60,\"names\":[\"a\"],\"pairs\":{\"k\":1},\"text\":7}",
                        "{\"number\":5,\"flag\":true,\"time\":60,\"names\":[\"a\"],\"pairs\":{\"k\":\"1\"},"
                                + "\"text\":\"7\"}"),
                arguments(
                        "null members",
                        null,
                        "{\"number\":null,\"flag\":null,\"time\":null,\"names\":null,\"text\":null,\"anything\":null}",
                        "{\"number\":0,\"flag\":false,\"names\":[],\"text\":\"\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyIsUnderstoodAsVaultUnderstandsIt(String name, String contentType, String body, String understood)
            throws Exception {
        // Given
        VaultDriver.Session session =
                contentType == null ? vault.root() : vault.root().with("Content-Type", contentType);

        // When
        session.raw("POST", at("/v1/M/config"), body).expect(204);

        // Then
        JsonNode read = vault.root().read(memory.path("config")).data();
        assertEquals(new com.fasterxml.jackson.databind.ObjectMapper().readTree(understood), read);
    }

    @Test
    void numbersStayExact() {
        // When
        vault.root()
                .raw("PUT", at("/v1/M/config"), "{\"anything\":[12345678901234567890,1.50]}")
                .expect(204);

        // Then
        String body = vault.root().read(memory.path("config")).body();
        assertTrue(body.contains("[12345678901234567890,1.50]"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"a\"", "5", "{", "{\"a\":", "nul"})
    void whatIsNoObjectIsRefused(String body) {
        // When
        VaultAnswer answer = vault.root().raw("PUT", at("/v1/M/config"), body);

        // Then
        answer.expect(400, "error parsing JSON");
    }

    @Test
    void aValueThatDoesNotConvertIsRefusedWithItsName() {
        // When
        VaultAnswer answer = vault.root().write(memory.path("config"), VaultDriver.body("time", "soon"));

        // Then
        answer.expect(
                400,
                "Field validation failed: error converting input soon for field \"time\": time: invalid duration"
                        + " \"soon\"");
    }

    @Test
    void whatIsUnknownOrReplacedIsSaidWhereThereIsAnAnswer() {
        // When
        VaultAnswer answer =
                vault.root().write(memory.path("creds/deploy"), VaultDriver.body("zoo", 1, "ant", 2, "name", "x"));

        // Then
        answer.expect(200);
        assertEquals(
                List.of(
                        "Endpoint ignored these unrecognized parameters: [ant zoo]",
                        "Endpoint replaced the value of these parameters with the values captured from the endpoint's"
                                + " path: [name]"),
                answer.warnings());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"GET, bogus=1, bogus", "GET, list=false, list", "PUT, bogus=1, ", "GET, '', "})
    void theQueryIsDataOfReadsOnly(String verb, String query, String ignored) {
        // When
        VaultAnswer answer = vault.root().raw(verb, at("/v1/M/sessions/deploy?" + query));

        // Then
        answer.expect(200);
        String warning = "Endpoint ignored these unrecognized parameters: [" + ignored + "]";
        assertEquals(ignored == null ? List.of("from memory") : List.of("from memory", warning), answer.warnings());
    }

    @Test
    void aPatchNamesItsMediaType() {
        // When
        VaultAnswer untyped = vault.root().raw("PATCH", at("/v1/M/config"), "{}");

        // Then
        untyped.expect(400, "mime: no media type");
        vault.root()
                .with("Content-Type", "application/json")
                .raw("PATCH", at("/v1/M/config"), "{}")
                .expect(415, "PATCH requires Content-Type of application/merge-patch+json, provided application/json");
        vault.root()
                .with("Content-Type", "application/merge-patch+json")
                .raw("PATCH", at("/v1/M/config"), "{}")
                .expect(405, UNSUPPORTED_OPERATION);
    }

    @ParameterizedTest(name = "{0} {1} tells of {2}")
    @CsvSource({
        "GET, /v1/M/config?help=1, anything",
        "HELP, /v1/M/config, anything",
        "GET, /v1/M/config?help=0, anything",
        "POST, /v1/M/config?help=1, anything",
        "GET, /v1/M?help=1, creds/{name}",
        "GET, /v1/M/?help=1, creds/{name}",
        "GET, /v1/sys/mounts?help=1, mount",
        "GET, /v1/auth/token/create?help=1, explicit_max_ttl"
    })
    void helpIsABodyWithoutEnvelope(String verb, String path, String word) {
        // When
        VaultAnswer answer = vault.root().raw(verb, at(path));

        // Then
        answer.expect(200);
        assertTrue(answer.json().path("help").asText().contains(word), answer.body());
        assertTrue(answer.json().has("see_also"));
        assertTrue(answer.json().path("request_id").isMissingNode());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/v1/no/x?help=1", "/v1/M/nothing?help=1"})
    void helpOnNothingIsNotFound(String path) {
        // When
        VaultAnswer answer = vault.root().raw("GET", at(path));

        // Then
        answer.expect(404);
    }

    @Test
    void deletingNothingIsFine() {
        // When
        VaultAnswer answer = vault.root().delete(memory.path("things/nothing"));

        // Then
        answer.expect(204);
    }

    private String at(String path) {
        return path.replace("/M", "/" + memory.path());
    }
}
