package io.leasehold.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"remaining", "never", ""})
    void theRenewalOfSessionsMayBeChosen(String value) {
        // When, Then
        assertDoesNotThrow(() -> MountOptions.check(Map.of("sts_renewal", value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | 2 | secrets engine \"aws\" does not allow setting a version",
                "colour | red | secrets engine \"aws\" does not take the option \"colour\"",
                "sts_renewal | often | invalid sts_renewal \"often\": must be remaining or never"
            })
    void anythingElseIsRefused(String name, String value, String text) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> MountOptions.check(Map.of(name, value)));

        // Then
        assertEquals(ErrorKind.INVALID_REQUEST, refusal.kind());
        assertEquals(text, refusal.firstMessage());
    }
}
