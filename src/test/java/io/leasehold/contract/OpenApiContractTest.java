package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.logical.Engine;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Operation;
import io.leasehold.testing.Eventually;
import io.leasehold.testing.OpenApiContract;
import io.leasehold.testing.VaultAnswer;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code openapi/vault.yaml} and the server say the same, in both directions. */
@QuarkusTest
@Tag("database")
class OpenApiContractTest extends ContractSuite {
    private static final OpenApiContract CONTRACT = OpenApiContract.get();
    private static final Map<String, String> PREFIXES =
            Map.of("system", "/v1/sys/", "token", "/v1/auth/token/", "aws", "/v1/{}/");
    private static final List<String> WITHOUT_ENVELOPE =
            List.of("/v1/sys/health", "/v1/sys/seal-status", "/v1/sys/leader", "/v1/sys/init");
    private static final List<String> BOTH_WRITES = List.of("POST", "PUT");

    /** Only a server that nobody has initialised answers these, and each database sees that once. */
    private static final Set<String> ONCE = Set.of("POST /v1/sys/init 200", "PUT /v1/sys/init 200");

    @Inject
    @All
    List<Engine> engines;

    @Test
    void everyPromiseOfTheDocumentIsKept() {
        // When
        state();
        mounts();
        engine();
        leases();
        tokens();

        // Then
        Set<String> unkept = new TreeSet<>(CONTRACT.promises());
        unkept.removeAll(CONTRACT.seen());
        unkept.removeAll(ONCE);
        assertEquals(Set.of(), unkept);
    }

    @Test
    void everyPathThatIsServedIsDocumentedWithItsOperations() {
        // Given
        Set<String> documented = CONTRACT.paths().entrySet().stream()
                .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                        .map(method -> method + " " + anonymous(path.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> served = engines.stream()
                .filter(engine -> PREFIXES.containsKey(engine.type()))
                .flatMap(OpenApiContractTest::operations)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        served.removeAll(documented);
        assertEquals(Set.of(), served);
    }

    @Test
    void everyDocumentedPathIsServed() {
        // Given
        Set<String> served = engines.stream()
                .flatMap(OpenApiContractTest::operations)
                .map(operation -> operation.substring(operation.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> documented = CONTRACT.paths().keySet().stream()
                .filter(path -> !WITHOUT_ENVELOPE.contains(path))
                .map(OpenApiContractTest::anonymous)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        documented.removeAll(served);
        assertEquals(Set.of(), documented);
    }

    @Test
    void thePathsWithoutEnvelopeAreDocumented() {
        // When
        Map<String, PathItem> paths = CONTRACT.paths();

        // Then
        WITHOUT_ENVELOPE.forEach(path -> {
            assertEquals(true, paths.containsKey(path), path);
            driver.anonymous().raw("GET", path).expect(200);
        });
    }

    private static Stream<String> operations(Engine engine) {
        String prefix = PREFIXES.getOrDefault(engine.type(), "/v1/other/");
        return engine.paths().stream().map(EnginePath::definition).flatMap(definition -> {
            String path = anonymous(prefix + definition.pattern().toString().replaceFirst("/\\??$", ""));
            return definition.operations().keySet().stream()
                    .flatMap(OpenApiContractTest::methods)
                    .map(method -> method + " " + path);
        });
    }

    private static Stream<HttpMethod> methods(Operation operation) {
        return switch (operation) {
            case READ, LIST -> Stream.of(HttpMethod.GET);
            case CREATE, UPDATE -> Stream.of(HttpMethod.POST, HttpMethod.PUT);
            case DELETE -> Stream.of(HttpMethod.DELETE);
            case PATCH -> Stream.of(HttpMethod.PATCH);
            case HELP -> Stream.of();
        };
    }

    /** Names of parameters differ between the code and the document. */
    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private void state() {
        for (String path : WITHOUT_ENVELOPE) {
            driver.anonymous().raw("GET", path).expect(200);
        }
        driver.anonymous().raw("HEAD", "/v1/sys/health").expect(200);
    }

    private void mounts() {
        vault.raw("POST", "/v1/sys/mounts/aws", "{\"type\":\"aws\"}").expect(204);
        vault.read("sys/mounts").expect(200);
        vault.read("sys/mounts/aws").expect(200);
        vault.read("sys/mounts/aws/tune").expect(200);
        vault.read("sys/internal/ui/mounts").expect(200);
        vault.read("sys/internal/ui/mounts/aws/creds/x").expect(200);
        both("sys/mounts/aws/tune", "{\"description\":\"tuned\"}", 204);
        vault.delete("sys/mounts/aws").expect(204);
        vault.write("sys/mounts/aws", body("type", "aws")).expect(204);
        move("POST", "aws", "elsewhere");
        move("PUT", "elsewhere", "aws");
    }

    private void move(String verb, String from, String to) {
        VaultAnswer moved = vault.raw(verb, "/v1/sys/remount", "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                .expect(200);
        String status = "sys/remount/status/" + text(moved, "migration_id");
        Eventually.is(
                "the mount has moved",
                () -> "success"
                        .equals(vault.read(status)
                                .expect(200)
                                .data()
                                .at("/migration_info/status")
                                .asText()));
    }

    private void engine() {
        configure(Map.of());
        vault.raw("POST", "/v1/aws/config/root", "{\"max_retries\":0}").expect(204);
        vault.read("aws/config/root").expect(200);
        both("aws/config/lease", "{\"lease\":\"1h\",\"lease_max\":\"2h\"}", 204);
        vault.read("aws/config/lease").expect(200);
        both("aws/roles/u", "{\"credential_type\":\"iam_user\"}", 204);
        both("aws/roles/old", "{\"policy\":\"{}\"}", 200);
        vault.read("aws/roles/u").expect(200);
        vault.list("aws/roles").expect(200);
        vault.delete("aws/roles/old").expect(204);
        for (String path : List.of("aws/creds/u", "aws/sts/u")) {
            vault.read(path).expect(200);
            both(path, "{}", 200);
        }
        both("aws/config/rotate-root", "{}", 200);
    }

    private void leases() {
        vault.read("sys/leases?type=irrevocable").expect(200);
        vault.read("sys/leases/count?type=irrevocable").expect(200);
        vault.list("sys/leases/lookup").expect(200);
        vault.list("sys/leases/lookup/aws/creds").expect(200);
        forEachWrite("sys/leases/lookup", (path, lease) -> path);
        forEachWrite("sys/leases/renew", (path, lease) -> path);
        forEachWrite("sys/leases/renew", (path, lease) -> path + "/" + lease);
        forEachWrite("sys/renew", (path, lease) -> path);
        forEachWrite("sys/renew", (path, lease) -> path + "/" + lease);
        revokeEach("sys/leases/revoke", (path, lease) -> path);
        revokeEach("sys/leases/revoke", (path, lease) -> path + "/" + lease);
        revokeEach("sys/revoke", (path, lease) -> path);
        revokeEach("sys/revoke", (path, lease) -> path + "/" + lease);
        for (String prefix : List.of("sys/leases/revoke-prefix/aws/creds/u", "sys/revoke-prefix/aws/creds/u")) {
            both(prefix, "{}", 204);
            both(prefix, "{\"sync\":false}", 202);
        }
        both("sys/leases/revoke-force/aws/creds/u", "{}", 204);
        both("sys/revoke-force/aws/creds/u", "{}", 204);
    }

    private void forEachWrite(String path, BiFunction<String, String, String> place) {
        String lease = issue("u").leaseId();
        both(place.apply(path, lease), "{\"lease_id\":\"" + lease + "\"}", 200);
    }

    private void revokeEach(String path, BiFunction<String, String, String> place) {
        for (String verb : BOTH_WRITES) {
            revokeOnce(verb, path, place, true, 204);
            revokeOnce(verb, path, place, false, 202);
        }
    }

    private void revokeOnce(
            String verb, String path, BiFunction<String, String, String> place, boolean sync, int status) {
        String lease = issue("u").leaseId();
        vault.raw(verb, "/v1/" + place.apply(path, lease), "{\"lease_id\":\"" + lease + "\",\"sync\":" + sync + "}")
                .expect(status);
    }

    private void tokens() {
        both("auth/token/create", "{}", 200);
        both("auth/token/create-orphan", "{}", 200);
        for (String verb : BOTH_WRITES) {
            String token = newToken();
            String named = "{\"token\":\"" + token + "\"}";
            driver.as(token).read("auth/token/lookup-self").expect(200);
            driver.as(token).raw(verb, "/v1/auth/token/lookup-self").expect(200);
            vault.read("auth/token/lookup").expect(200);
            vault.raw(verb, "/v1/auth/token/lookup", named).expect(200);
            driver.as(token).raw(verb, "/v1/auth/token/renew-self").expect(200);
            vault.raw(verb, "/v1/auth/token/renew", named).expect(200);
            vault.raw(verb, "/v1/auth/token/revoke", named).expect(204);
            driver.as(newToken()).raw(verb, "/v1/auth/token/revoke-self").expect(204);
        }
    }

    private String newToken() {
        return vault.write("auth/token/create", body("ttl", "1h"))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();
    }

    private void both(String path, String body, int status) {
        for (String verb : BOTH_WRITES) {
            vault.raw(verb, "/v1/" + path, body).expect(status);
        }
    }
}
