package io.leasehold.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.logical.SecretString;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Records as JSON of the wire: snake case, and the one writer that reveals secrets. */
@Singleton
class WireJson {
    private final ObjectMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(new SimpleModule().addSerializer(SecretString.class, new SecretWriter()))
            .build();

    /** The bytes of a body, with the newline at its end. */
    byte[] write(Object body) {
        try {
            byte[] text = json.writeValueAsBytes(body);
            byte[] line = java.util.Arrays.copyOf(text, text.length + 1);
            line[text.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode toObject(Object value) {
        return json.valueToTree(value);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    private static final class SecretWriter extends JsonSerializer<SecretString> {
        @Override
        public void serialize(SecretString secret, JsonGenerator writer, SerializerProvider provider)
                throws IOException {
            writer.writeString(secret.reveal());
        }
    }
}
