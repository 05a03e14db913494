package io.leasehold.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leasehold.logical.VaultException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A body as data: JSON whatever the content type says, a form only where it says so and does not look like JSON.
 * Numbers stay exact; depth and length are bounded.
 */
@Singleton
class BodyReader {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int DEEPEST = 256;
    private final ObjectMapper json;

    BodyReader() {
        json = JsonMapper.builder()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        json.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    /**
     * Reads a body; an empty one and the literal {@code null} are no data.
     *
     * @throws VaultException 400 when it does not start with one JSON object
     */
    Map<String, Object> read(byte[] body, Optional<String> contentType) {
        int start = firstVisible(body);
        if (start == body.length) {
            return Map.of();
        }
        boolean looksLikeJson = body[start] == '{' || body[start] == '[';
        boolean saysForm = contentType
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        return saysForm && !looksLikeJson ? FormData.read(new String(body, StandardCharsets.UTF_8)) : readJson(body);
    }

    private static int firstVisible(byte[] body) {
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start])) {
            start++;
        }
        return start;
    }

    private Map<String, Object> readJson(byte[] body) {
        try (JsonParser parser = json.getFactory().createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_NULL) {
                return Map.of();
            }
            if (first != JsonToken.START_OBJECT) {
                throw unparsable();
            }
            return json.readValue(parser, OBJECT);
        } catch (IOException e) {
            throw unparsable();
        }
    }

    private static VaultException unparsable() {
        return VaultException.invalid("error parsing JSON");
    }
}
