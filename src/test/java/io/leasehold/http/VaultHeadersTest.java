package io.leasehold.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultHeadersTest {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void theOwnHeaderWins() {
        // Given
        headers.add("x-vault-token", "own").add("Authorization", "Bearer other");

        // When
        Optional<String> token = new VaultHeaders(headers).token();

        // Then
        assertEquals(Optional.of("own"), token);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Bearer abc, abc", "'Bearer   abc ', abc", "bearer abc, ", "Basic abc, ", "Bearerabc, ", "'', "})
    void aBearerCountsOnlyInThisSpelling(String authorization, String expected) {
        // Given
        headers.add("X-Vault-Token", "").add("Authorization", authorization);

        // When
        Optional<String> token = new VaultHeaders(headers).token();

        // Then
        assertEquals(Optional.ofNullable(expected), token);
    }

    @Test
    void theFirstBearerOfSeveralCounts() {
        // Given
        headers.add("Authorization", "Basic x")
                .add("Authorization", "Bearer one")
                .add("Authorization", "Bearer two");

        // When
        Optional<String> token = new VaultHeaders(headers).token();

        // Then
        assertEquals(Optional.of("one"), token);
    }

    @Test
    void aCookieIsNoToken() {
        // Given
        headers.add("Cookie", "X-Vault-Token=hvs.abc");

        // When
        Optional<String> token = new VaultHeaders(headers).token();

        // Then
        assertEquals(Optional.empty(), token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "root", "root/"})
    void theRootNamespaceHasManyNames(String namespace) {
        // Given
        headers.add("X-Vault-Namespace", namespace);

        // When
        assertDoesNotThrow(() -> new VaultHeaders(headers).requireServedNamespace());

        // Then
        assertEquals(Optional.empty(), new VaultHeaders(headers).token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "team/", "root/team"})
    void anotherNamespaceIsNotServed(String namespace) {
        // Given
        headers.add("X-Vault-Namespace", namespace);

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> new VaultHeaders(headers).requireServedNamespace());

        // Then
        assertEquals("namespace not found", refusal.firstMessage());
        assertEquals(404, refusal.kind().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s"})
    void noWrappingIsAskedForWithZero(String wish) {
        // Given
        headers.add("X-Vault-Wrap-TTL", wish);

        // When
        assertDoesNotThrow(() -> new VaultHeaders(headers).requireNoWrapping());

        // Then
        assertEquals(Optional.empty(), new VaultHeaders(headers).contentType());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "60, response wrapping is not offered by this version of Leasehold",
        "5m, response wrapping is not offered by this version of Leasehold",
        "1d, response wrapping is not offered by this version of Leasehold",
        "-1, error parsing X-Vault-Wrap-TTL header: requested wrap ttl cannot be negative",
        "-5m, error parsing X-Vault-Wrap-TTL header: requested wrap ttl cannot be negative",
        "abc, error parsing X-Vault-Wrap-TTL header: time: invalid duration \"abc\""
    })
    void wrappingIsRefusedSoThatNoSecretLeavesInClear(String wish, String message) {
        // Given
        headers.add("X-Vault-Wrap-TTL", wish);

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> new VaultHeaders(headers).requireNoWrapping());

        // Then
        assertEquals(message, refusal.firstMessage());
        assertEquals(400, refusal.kind().status());
    }

    @Test
    void aPatchSaysWhatItIs() {
        // Given
        headers.add("Content-Type", "application/merge-patch+json; charset=utf-8");

        // When
        assertDoesNotThrow(() -> new VaultHeaders(headers).requireMergePatch());

        // Then
        assertEquals(
                "mime: no media type",
                assertThrows(
                                VaultException.class,
                                () -> new VaultHeaders(MultiMap.caseInsensitiveMultiMap()).requireMergePatch())
                        .firstMessage());
    }

    @Test
    void aPatchOfAnotherTypeIsRefused() {
        // Given
        headers.add("Content-Type", "application/json");

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> new VaultHeaders(headers).requireMergePatch());

        // Then
        assertEquals(415, refusal.kind().status());
        assertEquals(
                "PATCH requires Content-Type of application/merge-patch+json, provided application/json",
                refusal.firstMessage());
    }
}
