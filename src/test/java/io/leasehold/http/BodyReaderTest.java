package io.leasehold.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.logical.VaultException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private final BodyReader reader = new BodyReader();

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("nothing", "", JSON, Map.of()),
                arguments("spaces", " \r\n\t", JSON, Map.of()),
                arguments("null", "null", JSON, Map.of()),
                arguments("an object", "{\"a\":\"b\"}", JSON, Map.of("a", "b")),
                arguments("an object without a type", "{\"a\":\"b\"}", null, Map.of("a", "b")),
                arguments("an object with a text type", "{\"a\":\"b\"}", "text/plain", Map.of("a", "b")),
                arguments("an object that says it is a form", " {\"a\":\"b\"}", FORM, Map.of("a", "b")),
                arguments("a form", "a=b&c=d+e%21", FORM, Map.of("a", "b", "c", "d e!")),
                arguments("a form with a charset", "a=b", FORM + "; charset=UTF-8", Map.of("a", "b")),
                arguments("a form with a name twice", "a=1&a=2", FORM, Map.of("a", "1,2")),
                arguments("a form without a value", "a&b=", FORM, Map.of("a", "", "b", "")),
                arguments("text after the object", "{\"a\":\"b\"} and more", JSON, Map.of("a", "b")),
                arguments(
                        "a big number",
                        "{\"a\":12345678901234567890}",
                        JSON,
                        Map.of("a", new BigInteger("12345678901234567890"))),
                arguments("a fraction", "{\"a\":1.50}", JSON, Map.of("a", new BigDecimal("1.50"))),
                arguments("a list inside", "{\"a\":[\"b\"]}", JSON, Map.of("a", List.of("b"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyIsReadLeniently(String name, String body, String contentType, Map<String, Object> expected) {
        // When
        Map<String, Object> data = read(body, contentType);

        // Then
        assertEquals(expected, data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1]", "[]", "\"text\"", "5", "true", "{", "{\"a\":}", "{\"a\":NaN}", "{'a':1}", "a=b", "nul"})
    void whatDoesNotStartWithOneObjectIsRefused(String body) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> read(body, JSON));

        // Then
        assertEquals("error parsing JSON", refusal.firstMessage());
        assertEquals(400, refusal.kind().status());
    }

    @Test
    void nestingIsBounded() {
        // Given
        String deep = "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}";

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> read(deep, JSON));

        // Then
        assertEquals("error parsing JSON", refusal.firstMessage());
    }

    @Test
    void aMemberThatIsNullIsKeptAsNull() {
        // When
        Map<String, Object> data = read("{\"options\":null}", JSON);

        // Then
        assertTrue(data.containsKey("options"));
        assertEquals(null, data.get("options"));
    }

    @Test
    void aFormWithABrokenEscapeIsRefused() {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> read("a=%zz", FORM));

        // Then
        assertEquals("error parsing form data", refusal.firstMessage());
    }

    private Map<String, Object> read(String body, String contentType) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8), Optional.ofNullable(contentType));
    }
}
