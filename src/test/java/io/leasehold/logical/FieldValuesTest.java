package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldValuesTest {
    private static final Field<String> NAME = Field.string("name", "");
    private static final Field<Duration> TTL = Field.duration("ttl", "");

    @Test
    void namesThatNoFieldDeclaresAreIgnoredAndListedInOrder() {
        // When
        FieldValues values = FieldValues.read(List.of(NAME), Map.of("zoo", 1, "name", "a", "ant", 2));

        // Then
        assertEquals(List.of("ant", "zoo"), values.ignored());
        assertEquals(Optional.of("a"), values.find(NAME));
    }

    @Test
    void aFieldThatWasNotSentHasNoValue() {
        // When
        FieldValues values = FieldValues.read(List.of(NAME, TTL), Map.of());

        // Then
        assertFalse(values.has(NAME));
        assertEquals("otherwise", values.getOr(NAME, "otherwise"));
    }

    @Test
    void nullIsAnEmptyTextButNoDuration() {
        // Given
        Map<String, Object> data = new HashMap<>();
        data.put("name", null);
        data.put("ttl", null);

        // When
        FieldValues values = FieldValues.read(List.of(NAME, TTL), data);

        // Then
        assertTrue(values.has(NAME));
        assertFalse(values.has(TTL));
        assertEquals(List.of(), values.ignored());
    }

    @Test
    void oneWrongValueRefusesAll() {
        // When
        VaultException refusal = assertThrows(
                VaultException.class, () -> FieldValues.read(List.of(NAME, TTL), Map.of("name", "a", "ttl", "soon")));

        // Then
        assertEquals(
                "Field validation failed: error converting input soon for field \"ttl\": time: invalid duration"
                        + " \"soon\"",
                refusal.firstMessage());
    }
}
