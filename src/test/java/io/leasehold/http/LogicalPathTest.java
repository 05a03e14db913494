package io.leasehold.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalPathTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/v1/aws/creds/deploy, aws/creds/deploy",
        "/v1/aws/roles/, aws/roles/",
        "/v1/aws//roles///x, aws/roles/x",
        "/v1//aws/roles, aws/roles",
        "/v1/, ''",
        "/v1, ''",
        "/v1/aws/roles/a%40b, aws/roles/a@b",
        "/v1/aws/roles/a%2Fb, aws/roles/a/b",
        "/v1/aws/roles/a+b, aws/roles/a+b",
        "/v1/aws/roles/%C3%BC, aws/roles/ü"
    })
    void aPathIsDecodedAndItsSlashesMadeSingle(String raw, String expected) {
        // When
        String path = LogicalPath.read(raw);

        // Then
        assertEquals(expected, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/aws/../sys", "/v1/a..b", "/v1/%2e%2e/x", "/v1/aws/.."})
    void aPathThatClimbsIsRefused(String raw) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> LogicalPath.read(raw));

        // Then
        assertEquals("1 error occurred:\n\t* relative paths not supported\n\n", refusal.firstMessage());
        assertEquals(400, refusal.kind().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/a%00b", "/v1/a%0Ab", "/v1/a%7Fb", "/v1/a%C2%85b"})
    void aPathThatCannotBePrintedIsRefusedWithoutAWord(String raw) {
        // When
        RuntimeException refusal = assertThrows(LogicalPath.BodylessRefusal.class, () -> LogicalPath.read(raw));

        // Then
        assertEquals("unprintable path", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/a%zz", "/v1/a%2"})
    void aBrokenEscapeIsRefused(String raw) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> LogicalPath.read(raw));

        // Then
        assertEquals("invalid URL escape in path", refusal.firstMessage());
    }
}
