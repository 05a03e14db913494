package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exchanges captured on a running OpenBao, asked again: the same status, members, types and texts. Where the server
 * answers differently on purpose the case says so under {@code differs}, by member, with the reason.
 */
@QuarkusTest
@Tag("database")
class CapturedExchangesTest extends ContractSuite {
    private static final Path CASES = Path.of("src", "test", "resources", "captures");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Cases that write what the others find already written. */
    private static final List<String> BEFORE_ANYTHING = List.of("article-1-enable", "article-2-config-root");

    private Map<String, Supplier<String>> values;

    @BeforeEach
    void values() {
        values = Map.of(
                "${endpoint}",
                aws::endpoint,
                "${access_key}",
                () -> aws.runnerKey().id(),
                "${secret_key}",
                () -> aws.runnerKey().secret(),
                "${session}",
                () -> issue("app-readonly").leaseId(),
                "${gone}",
                this::revokedSession,
                "${user}",
                () -> vault.read("iam/creds/u").expect(200).leaseId(),
                "${token}",
                this::limitedToken,
                "${revoked}",
                this::revokedToken);
    }

    @AfterEach
    void unmount() {
        aws.faults().clear();
        for (String mount : List.of("iam", "empty")) {
            vault.write("sys/leases/revoke-force/" + mount).expect(204);
            vault.delete("sys/mounts/" + mount).expect(204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerIsTheCapturedOne(String name) throws IOException {
        // Given
        JsonNode captured = JSON.readTree(CASES.resolve(name + ".json").toFile());
        prepare(name);
        VaultDriver.Session caller = caller(captured.at("/request/caller").asText());
        String path = fill(captured.at("/request/path").asText());
        String[] body = bodyOf(captured.at("/request/body"));
        fail(captured.path("fault"));

        // When
        VaultAnswer answer = caller.raw(captured.at("/request/verb").asText(), path, body);

        // Then
        ObjectNode expected = JSON.createObjectNode();
        Stream.of("status", "errors", "members", "warnings")
                .filter(captured::has)
                .forEach(part -> expected.set(part, captured.get(part)));
        captured.path("differs")
                .fields()
                .forEachRemaining(change -> apply(expected, change.getKey(), change.getValue()));
        assertEquals(sorted(expected).toPrettyString(), describe(answer).toPrettyString());
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private void prepare(String name) {
        if (!name.equals(BEFORE_ANYTHING.get(0))) {
            vault.write("sys/mounts/aws", body("type", "aws", "options", null)).expect(204);
        }
        if (!BEFORE_ANYTHING.contains(name)) {
            configure(Map.of("region", "ap-northeast-1", "max_retries", 0));
            role(
                    "app-readonly",
                    body(
                            "credential_type", "assumed_role",
                            "role_arns", AwsLab.roleArn("ProdAppReadOnly"),
                            "default_sts_ttl", "30m",
                            "max_sts_ttl", "1h"));
        }
        vault.write("sys/mounts/empty", body("type", "aws")).expect(204);
        vault.write("sys/mounts/iam", body("type", "aws")).expect(204);
        vault.write("iam/config/root", aws.root(Map.of("max_retries", 0))).expect(204);
        vault.write("iam/config/lease", body("lease", "30m", "lease_max", "12h"))
                .expect(204);
        vault.write("iam/roles/u", body("credential_type", "iam_user")).expect(204);
        if (name.equals("leases-list")) {
            issue("app-readonly");
        }
    }

    private VaultDriver.Session caller(String name) {
        return switch (name) {
            case "root" -> vault;
            case "limited" -> driver.as(limitedToken());
            case "unknown" -> driver.as("hvs.nobody-knows-this-token");
            default -> driver.anonymous();
        };
    }

    private String limitedToken() {
        return vault.write(
                        "auth/token/create",
                        body(
                                "policies",
                                List.of("deploy"),
                                "ttl",
                                "1h",
                                "display_name",
                                "ci",
                                "meta",
                                Map.of("team", "ci")))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();
    }

    private String revokedToken() {
        String token = limitedToken();
        vault.write("auth/token/revoke", body("token", token)).expect(204);
        return token;
    }

    private String revokedSession() {
        String lease = issue("app-readonly").leaseId();
        revoke(lease).expect(204);
        return lease;
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, Supplier<String>> value : values.entrySet()) {
            if (filled.contains(value.getKey())) {
                filled = filled.replace(value.getKey(), value.getValue().get());
            }
        }
        return filled;
    }

    private String[] bodyOf(JsonNode body) {
        if (body.isNull()) {
            return new String[0];
        }
        return new String[] {body.isTextual() ? body.asText() : fill(body.toString())};
    }

    private void fail(JsonNode fault) {
        if (!fault.isMissingNode()) {
            AwsException refusal = new AwsException(
                    fault.path("code").asText(),
                    fault.path("status").asInt(),
                    fault.path("message").asText());
            aws.faults().failNext(fault.path("action").asText(), 2, refusal);
        }
    }

    /** A difference is {@code {"is": what instead, "because": why}}; without {@code is} the member is not there. */
    private static void apply(ObjectNode expected, String pointer, JsonNode difference) {
        int slash = pointer.lastIndexOf('/');
        String member = pointer.substring(slash + 1).replace("~1", "/");
        ObjectNode parent = (ObjectNode) expected.at(pointer.substring(0, slash));
        if (difference.has("is")) {
            parent.set(member, difference.get("is"));
        } else {
            parent.remove(member);
        }
        assertEquals(false, difference.path("because").asText().isBlank(), "a reason for " + pointer);
    }

    private static JsonNode describe(VaultAnswer answer) {
        ObjectNode described = JSON.createObjectNode().put("status", answer.status());
        if (answer.status() >= 400) {
            List<String> errors = answer.errors().stream()
                    .map(error -> error.replaceAll("request id: [-0-9a-f]+", "request id: *"))
                    .toList();
            described.set("errors", JSON.valueToTree(errors));
            return sorted(described);
        }
        described.set("members", answer.body().isEmpty() ? JSON.valueToTree("null") : shape(answer.json()));
        if (!answer.warnings().isEmpty()) {
            described.set("warnings", JSON.valueToTree(answer.warnings()));
        }
        return sorted(described);
    }

    /** Types in the place of values; of a list, the type of what it begins with. */
    private static JsonNode shape(JsonNode value) {
        if (value.isObject()) {
            ObjectNode members = JSON.createObjectNode();
            value.fields().forEachRemaining(member -> members.set(member.getKey(), shape(member.getValue())));
            return members;
        }
        if (value.isArray()) {
            return JSON.valueToTree(value.isEmpty() ? List.of() : List.of(shape(value.get(0))));
        }
        return JSON.valueToTree(nameOf(value));
    }

    private static String nameOf(JsonNode scalar) {
        return switch (scalar.getNodeType()) {
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            default -> "text";
        };
    }

    /** Members in the order of their names. */
    private static JsonNode sorted(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode members = JSON.createObjectNode();
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        names.stream().sorted().forEach(name -> members.set(name, sorted(value.get(name))));
        return members;
    }
}
