package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTextTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "plain|\"plain\"",
                "a\"b|\"a\\\"b\"",
                "a\\b|\"a\\\\b\"",
                "~a\tb~|\"a\\tb\"",
                "~a\u0001b~|\"a\\x01b\"",
                "~a\u0085b~|\"a\\u0085b\"",
                "Grüße|\"Grüße\""
            })
    void aTextIsQuotedAsGoQuotesIt(String text, String quoted) {
        // When
        String result = GoText.quote(text);

        // Then
        assertEquals(quoted, result);
    }
}
