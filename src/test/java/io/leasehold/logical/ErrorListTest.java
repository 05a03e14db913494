package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorListTest {
    @Test
    void oneErrorIsCountedInTheSingular() {
        // When
        String text = ErrorList.of("permission denied");

        // Then
        assertEquals("1 error occurred:\n\t* permission denied\n\n", text);
    }

    @Test
    void moreErrorsAreListedInOrder() {
        // When
        String text = ErrorList.of(List.of("permission denied", "invalid token"));

        // Then
        assertEquals("2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n", text);
    }
}
