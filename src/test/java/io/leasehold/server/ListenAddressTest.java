package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8200, 127.0.0.1, 8200, http://127.0.0.1:8200",
        "0.0.0.0:80, 0.0.0.0, 80, http://127.0.0.1:80",
        "[::1]:8200, ::1, 8200, http://[::1]:8200",
        "[::]:8200, ::, 8200, http://127.0.0.1:8200",
        "vault.internal:0, vault.internal, 0, http://vault.internal:0"
    })
    void anAddressIsAHostAndAPort(String text, String host, int port, String url) {
        // When
        final ListenAddress address = ListenAddress.parse(text);

        // Then
        assertEquals(new ListenAddress(host, port), address);
        assertEquals(text, address.toString());
        assertEquals(url, address.url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8200", "127.0.0.1", ":8200", "127.0.0.1:", "127.0.0.1:65536", "::1:8200", "http://a:1"})
    void anythingElseIsRefusedAndRepeated(String text) {
        // When
        final StartRefused refused = assertThrows(StartRefused.class, () -> ListenAddress.parse(text));

        // Then
        assertTrue(refused.getMessage().startsWith("'" + text + "'"), refused.getMessage());
    }

    @Test
    void anAddressInUseIsRefusedByName() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            final ListenAddress taken = new ListenAddress("127.0.0.1", other.getLocalPort());

            // When
            final StartRefused refused = assertThrows(StartRefused.class, taken::requireFree);

            // Then
            assertTrue(refused.getMessage().startsWith(taken + " is in use"), refused.getMessage());
        }
    }

    @Test
    void aFreeAddressIsLeftFree() {
        // Given
        final ListenAddress any = new ListenAddress("127.0.0.1", 0);

        // When, Then
        assertDoesNotThrow(any::requireFree);
    }

    @Test
    void anUnknownHostIsRefused() {
        // Given
        final ListenAddress nowhere = new ListenAddress("no-such-host.invalid", 8200);

        // When
        final StartRefused refused = assertThrows(StartRefused.class, nowhere::requireFree);

        // Then
        assertTrue(refused.getMessage().contains("host is not known"), refused.getMessage());
    }
}
