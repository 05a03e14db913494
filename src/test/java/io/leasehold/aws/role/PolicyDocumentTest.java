package io.leasehold.aws.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"b\" : 1.0 ,\t\"a\" : [ 1 , 2 ] } | {\"b\":1.0,\"a\":[1,2]}",
                "{\"a\": \"keeps  two spaces\"} | {\"a\":\"keeps  two spaces\"}",
                "{\"a\": \"a quote \\\" and more\"} | {\"a\":\"a quote \\\" and more\"}",
                "{\"a\": \"ends in a backslash \\\\\"  } | {\"a\":\"ends in a backslash \\\\\"}"
            })
    void onlySpaceBetweenTokensGoes(String text, String compact) {
        // When
        String actual = PolicyDocument.compact(text);

        // Then
        assertEquals(compact, actual);
    }

    @Test
    void theEmptyTextStaysEmpty() {
        // When
        String actual = PolicyDocument.compact("");

        // Then
        assertEquals("", actual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "not json", "{} {}", "{'a':1}", " "})
    void whatIsNotJsonIsRefused(String text) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> PolicyDocument.compact(text));

        // Then
        assertEquals("cannot parse policy document: \"" + text + "\"", refusal.firstMessage());
    }
}
