package io.leasehold.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the examples of {@code openapi/vault.yaml} to the files in {@code openapi/examples} and to the schemas. */
class OpenApiExamplesTest {
    private static final Path EXAMPLES = Path.of("openapi", "examples");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenAPI DOCUMENT = OpenApiContent.parse().getOpenAPI();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(DOCUMENT, new MessageResolver());
    private static JsonNode tree;

    @BeforeAll
    static void readTheDocument() throws IOException {
        tree = new YAMLMapper().readTree(OpenApiContent.DOCUMENT.toFile());
    }

    @Test
    void everyExampleFileIsInTheDocumentAndTheOtherWayRound() throws IOException {
        // Given
        Set<String> inDocument = new TreeSet<>();
        tree.at("/components/examples").fieldNames().forEachRemaining(inDocument::add);

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
        JsonNode inDocument = tree.at("/components/examples").path(name).path("value");

        // Then
        assertEquals(file, JSON.readTree(inDocument.toString()));
    }

    @ParameterizedTest
    @MethodSource("exampleNames")
    void anExampleFitsEverySchemaItIsShownWith(String name) throws IOException {
        // Given
        String body = Files.readString(EXAMPLES.resolve(name + ".json"));
        List<OpenApiContent> places =
                OpenApiContent.in(DOCUMENT).filter(place -> place.shows(name)).toList();

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
        OpenApiContent role = OpenApiContent.in(DOCUMENT)
                .filter(place -> place.shows("aws-role-assumed-role"))
                .findFirst()
                .orElseThrow();

        // When
        ValidationReport report = SCHEMAS.validate(body, role.schema(), "example");

        // Then
        assertTrue(report.getMessages().toString().contains("userpath"), report.getMessages()::toString);
    }

    static Stream<String> exampleNames() {
        return DOCUMENT.getComponents().getExamples().keySet().stream();
    }
}
