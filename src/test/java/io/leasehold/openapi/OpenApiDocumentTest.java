package io.leasehold.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi/vault.yaml} to the rules of {@code openapi/README.md}; needs no server. */
class OpenApiDocumentTest {
    private static final Path DOCUMENT = Path.of("openapi", "vault.yaml");
    private static final Path EXAMPLES = Path.of("openapi", "examples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SwaggerParseResult PARSED =
            new OpenAPIV3Parser().readLocation(DOCUMENT.toString(), null, null);
    private static final JsonNode TREE = tree();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(PARSED.getOpenAPI(), new MessageResolver());

    @Test
    void theDocumentParsesWithoutMessages() {
        // When
        List<String> messages = PARSED.getMessages();

        // Then
        assertEquals(List.of(), messages);
        assertEquals("3.0.3", PARSED.getOpenAPI().getOpenapi());
    }

    @Test
    void theBuildPutsTheDocumentWhereItIsServedFrom() throws IOException {
        // Given
        String written = Files.readString(DOCUMENT);

        // When
        String built;
        try (InputStream resource = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            built = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertEquals(written, built);
    }

    @Test
    void everyExampleFileIsInTheDocumentAndTheOtherWayRound() throws IOException {
        // Given
        Set<String> inDocument = new TreeSet<>();
        TREE.at("/components/examples").fieldNames().forEachRemaining(inDocument::add);

        // When
        Set<String> inFolder;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            inFolder = files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertEquals(inFolder, inDocument);
    }

    @ParameterizedTest
    @MethodSource("exampleNames")
    void anExampleInTheDocumentEqualsItsFile(String name) throws IOException {
        // Given
        JsonNode file = JSON.readTree(EXAMPLES.resolve(name + ".json").toFile());

        // When
        JsonNode inDocument = TREE.at("/components/examples").path(name).path("value");

        // Then
        assertEquals(file, JSON.readTree(inDocument.toString()));
    }

    @ParameterizedTest
    @MethodSource("exampleNames")
    void anExampleFitsEverySchemaItIsShownWith(String name) throws IOException {
        // Given
        String body = Files.readString(EXAMPLES.resolve(name + ".json"));
        List<OpenApiContent> places = OpenApiContent.in(PARSED.getOpenAPI())
                .filter(place -> place.shows(name))
                .toList();

        // When
        List<String> complaints = places.stream()
                .flatMap(place -> SCHEMAS.validate(body, place.schema(), "example").getMessages().stream()
                        .map(message -> place.name() + ": " + message.getMessage()))
                .toList();

        // Then
        assertFalse(places.isEmpty(), "shown nowhere");
        assertEquals(List.of(), complaints);
    }

    @Test
    void anExampleWithAMemberThatNoSchemaNamesWouldBeRefused() throws IOException {
        // Given
        String body = Files.readString(EXAMPLES.resolve("aws-role-assumed-role.json"))
                .replace("\"user_path\"", "\"userpath\": \"\", \"user_path\"");
        OpenApiContent role = OpenApiContent.in(PARSED.getOpenAPI())
                .filter(place -> place.shows("aws-role-assumed-role"))
                .findFirst()
                .orElseThrow();

        // When
        ValidationReport report = SCHEMAS.validate(body, role.schema(), "example");

        // Then
        assertTrue(report.getMessages().toString().contains("userpath"), report.getMessages()::toString);
    }

    @Test
    void operationIdsAreUnique() {
        // Given
        Set<String> seen = new HashSet<>();

        // When
        List<String> repeated = operations()
                .map(Operation::getOperationId)
                .filter(id -> !seen.add(id))
                .toList();

        // Then
        assertEquals(List.of(), repeated);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationSaysWhatItIsWhoMayCallItAndHowItFails(Operation operation) {
        // When
        boolean fails = operation.getResponses().keySet().stream().anyMatch(status -> status.startsWith("4"));

        // Then
        assertTrue(fails, "a 4xx answer");
        assertNotNull(operation.getOperationId(), "operationId");
        assertFalse(operation.getSummary().isBlank(), "summary");
        assertFalse(operation.getDescription().isBlank(), "description");
        assertEquals(1, operation.getTags().size(), "one tag");
        assertNotNull(securityOf(operation), "security");
    }

    private static Object securityOf(Operation operation) {
        return operation.getSecurity() == null ? PARSED.getOpenAPI().getSecurity() : operation.getSecurity();
    }

    static Stream<Operation> operations() {
        return PARSED.getOpenAPI().getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    static Stream<String> exampleNames() {
        return PARSED.getOpenAPI().getComponents().getExamples().keySet().stream();
    }

    private static JsonNode tree() {
        try {
            return new YAMLMapper().readTree(DOCUMENT.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
