package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretStringTest {
    private static final SecretString SECRET = SecretString.of("hvs.clear");

    @Test
    void itPrintsAMask() {
        // When
        String printed = Map.of("token", SECRET).toString();

        // Then
        assertFalse(printed.contains("clear"), printed);
    }

    @Test
    void aJsonWriterThatWasNotToldHowDoesNotWriteTheText() throws JsonProcessingException {
        // When
        String written = new ObjectMapper().writeValueAsString(Map.of("token", SECRET));

        // Then
        assertFalse(written.contains("clear"), written);
    }

    @Test
    void itCannotBeSerialised() {
        // When
        assertThrows(
                NotSerializableException.class,
                () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(SECRET));

        // Then
        assertTrue(SECRET.reveal().contains("clear"));
    }

    @Test
    void equalTextsAreEqualSecrets() {
        // When
        SecretString same = SecretString.of("hvs." + "clear");

        // Then
        assertEquals(SECRET, same);
        assertEquals(SECRET.hashCode(), same.hashCode());
        assertNotEquals(SECRET, SecretString.of("hvs.cleaR"));
        assertNotEquals((Object) SECRET, "hvs.clear");
    }

    @Test
    void nullIsNoSecret() {
        // When
        assertThrows(NullPointerException.class, () -> SecretString.of(null));

        // Then
        assertTrue(SecretString.of("").isEmpty());
    }
}
