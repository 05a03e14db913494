package io.leasehold.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code openapi/vault.yaml} to the rules of {@code openapi/README.md}; needs no server. */
class OpenApiDocumentTest {
    private static final SwaggerParseResult PARSED = OpenApiContent.parse();

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
        String written = Files.readString(OpenApiContent.DOCUMENT);

        // When
        String built;
        try (InputStream resource = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            built = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertEquals(written, built);
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
}
