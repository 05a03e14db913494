package io.leasehold.aws.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.aws.template.golang.GoTime;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our interpreter beside outputs of Go itself; {@code vectors.json} says how they were made. */
final class GoVectorsTest {

    static Stream<Arguments> rendered() throws IOException {
        return templates()
                .filter(v -> v.has("output"))
                .map(v -> Arguments.of(
                        v.get("template").asText(), data(v), v.get("output").asText()));
    }

    static Stream<Arguments> refused() throws IOException {
        return templates()
                .filter(v -> v.has("fails"))
                .map(v -> Arguments.of(
                        v.get("template").asText(), data(v), v.get("fails").asText()));
    }

    static Stream<Arguments> layouts() throws IOException {
        return elements(vectors().get("layouts"))
                .map(v -> Arguments.of(
                        v.get("layout").asText(),
                        v.get("time").asText(),
                        v.get("output").asText()));
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void aTemplateGivesWhatGoGives(String template, TemplateData data, String expected) {
        // When
        String actual = TemplateFixtures.render(template, data);
        // Then
        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aTemplateThatGoRefusesIsRefusedNoLater(String template, TemplateData data, String step) {
        // When
        TemplateException refusal = assertThrows(TemplateException.class, () -> stepOf(step, template, data));
        // Then
        assertEquals(true, refusal.line().isPresent(), refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aLayoutGivesWhatGoGives(String layout, String time, String expected) {
        // Given
        LocalDateTime utc = LocalDateTime.parse(time, DateTimeFormatter.ISO_DATE_TIME);
        // When
        String actual = GoTime.format(layout, utc);
        // Then
        assertEquals(expected, actual);
    }

    private static void stepOf(String step, String template, TemplateData data) {
        UsernameTemplate parsed = UsernameTemplate.parse(template);
        if (step.equals("execute")) {
            parsed.render(data, TemplateFixtures.sources());
        }
    }

    private static TemplateData data(JsonNode vector) {
        return new TemplateData(
                UsernameType.valueOf(vector.get("type").asText()),
                vector.get("display_name").asText(),
                vector.get("policy_name").asText());
    }

    private static Stream<JsonNode> templates() throws IOException {
        return elements(vectors().get("templates"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode vectors() throws IOException {
        try (InputStream file = GoVectorsTest.class.getResourceAsStream("/template/vectors.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
