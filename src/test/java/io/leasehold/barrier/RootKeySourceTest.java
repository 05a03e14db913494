package io.leasehold.barrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootKeySourceTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsNoKey() {
        // When
        Optional<SecretKey> found = source(folder.resolve("seal.key")).find();

        // Then
        assertEquals(Optional.empty(), found);
    }

    @Test
    void aKeyThatWasMadeIsFoundAgain() {
        // Given
        Path file = folder.resolve("deep/seal.key");
        SecretKey made = source(file).findOrCreate();

        // When
        Optional<SecretKey> found = source(file).find();

        // Then
        assertEquals(Optional.of(made), found);
    }

    @Test
    void theFileThatIsMadeIsForItsOwnerOnly() throws IOException {
        // Given
        Path file = folder.resolve("seal.key");

        // When
        source(file).findOrCreate();

        // Then
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(32, Base64.getDecoder().decode(Files.readString(file).trim()).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void aFileThatOthersMayTouchIsRefused(String mode) throws IOException {
        // Given
        Path file = write(KEY, mode);

        // When
        BarrierException refusal =
                assertThrows(BarrierException.class, () -> source(file).find());

        // Then
        assertTrue(refusal.getMessage().contains("its mode must be 0600"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains(KEY));
    }

    @Test
    void whatIsNotBase64IsRefusedWithoutShowingIt() throws IOException {
        // Given
        Path file = write("not base64 !", "rw-------");

        // When
        BarrierException refusal =
                assertThrows(BarrierException.class, () -> source(file).find());

        // Then
        assertEquals("the key file " + file + " is not base64", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33, 64})
    void aKeyOfAnotherLengthIsRefused(int length) throws IOException {
        // Given
        Path file = write(Base64.getEncoder().encodeToString(new byte[length]), "rw-------");

        // When
        BarrierException refusal =
                assertThrows(BarrierException.class, () -> source(file).find());

        // Then
        assertEquals("the key file " + file + " is not 32 bytes", refusal.getMessage());
    }

    @Test
    void anEphemeralKeyIsTheSameAsLongAsTheProcessAndTouchesNoFile() {
        // Given
        Path file = folder.resolve("seal.key");
        RootKeySource source = new RootKeySource(new Config(file, true));

        // When
        SecretKey key = source.findOrCreate();

        // Then
        assertEquals(Optional.of(key), source.find());
        assertFalse(Files.exists(file));
        assertNotEquals(key, new RootKeySource(new Config(file, true)).findOrCreate());
    }

    private Path write(String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("seal.key"), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static RootKeySource source(Path file) {
        return new RootKeySource(new Config(file, false));
    }

    private record Config(Path keyFile, boolean ephemeralKey) implements BarrierConfig {}
}
