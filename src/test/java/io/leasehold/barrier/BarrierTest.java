package io.leasehold.barrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarrierTest {
    private static final SecretString SECRET = SecretString.of("wJalrXUtnFEMI");
    private static final String ROW = "aws_config_root/aws_1/secret_key";
    private final Barrier barrier = unsealed(Keyring.fresh(new SecureRandom()));

    @Test
    void whatIsSealedOpensAgain() {
        // Given
        byte[] sealed = barrier.seal(SECRET, ROW);

        // When
        SecretString opened = barrier.open(sealed, ROW);

        // Then
        assertEquals(SECRET, opened);
    }

    @Test
    void theClearTextIsNotInTheCiphertext() {
        // When
        byte[] sealed = barrier.seal(SECRET, ROW);

        // Then
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("wJalr"));
    }

    @Test
    void theSameSecretSealsDifferentlyEachTime() {
        // When
        byte[] sealed = barrier.seal(SECRET, ROW);

        // Then
        assertFalse(Arrays.equals(sealed, barrier.seal(SECRET, ROW)));
    }

    /** Byte 3 is the term, 4 the nonce, 16 the ciphertext, -1 the tag. */
    @ParameterizedTest(name = "byte {0}")
    @ValueSource(ints = {3, 4, 15, 16, -1})
    void anAlteredByteIsRefused(int position) {
        // Given
        byte[] sealed = barrier.seal(SECRET, ROW);
        sealed[position < 0 ? sealed.length + position : position] ^= 1;

        // When
        BarrierException refusal = assertThrows(BarrierException.class, () -> barrier.open(sealed, ROW));

        // Then
        assertFalse(refusal.getMessage().contains("wJalr"));
    }

    @Test
    void aCiphertextCopiedToAnotherRowIsRefused() {
        // Given
        byte[] sealed = barrier.seal(SECRET, ROW);

        // When
        BarrierException refusal =
                assertThrows(BarrierException.class, () -> barrier.open(sealed, "aws_config_root/aws_2/secret_key"));

        // Then
        assertFalse(refusal.getMessage().contains("wJalr"));
    }

    @Test
    void anotherKeyringDoesNotOpenIt() {
        // Given
        byte[] sealed = barrier.seal(SECRET, ROW);
        Barrier other = unsealed(Keyring.fresh(new SecureRandom()));

        // When
        assertThrows(BarrierException.class, () -> other.open(sealed, ROW));

        // Then
        assertNotEquals(barrier.hash(SECRET), other.hash(SECRET));
    }

    @Test
    void anOldTermStillOpensWhatItSealed() {
        // Given
        SecretKey old = Keyring.aesKey(Keyring.randomKey(new SecureRandom()));
        SecretKey now = Keyring.aesKey(Keyring.randomKey(new SecureRandom()));
        byte[] sealed = unsealed(new Keyring(1, Map.of(1, old), old)).seal(SECRET, ROW);

        // When
        SecretString opened =
                unsealed(new Keyring(2, Map.of(1, old, 2, now), old)).open(sealed, ROW);

        // Then
        assertEquals(SECRET, opened);
    }

    @Test
    void theHashOfATokenIsStableAndHasSixtyFourHexDigits() {
        // When
        String hash = barrier.hash(SecretString.of("hvs.one"));

        // Then
        assertEquals(hash, barrier.hash(SecretString.of("hvs.one")));
        assertEquals(64, hash.replaceAll("[^0-9a-f]", "").length());
        assertNotEquals(hash, barrier.hash(SecretString.of("hvs.two")));
    }

    @Test
    void nothingIsSealedOpenedOrHashedWhileSealed() {
        // Given
        Barrier sealed = new Barrier();

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> sealed.seal(SECRET, ROW));

        // Then
        assertEquals(ErrorKind.SEALED, refusal.kind());
        assertEquals("Vault is sealed", refusal.firstMessage());
        assertThrows(VaultException.class, () -> sealed.open(new byte[40], ROW));
        assertThrows(VaultException.class, () -> sealed.hash(SECRET));
    }

    @Test
    void theKeyringPrintsNoKey() {
        // When
        String printed = Keyring.fresh(new SecureRandom()).toString();

        // Then
        assertEquals("Keyring[activeTerm=1]", printed);
    }

    @Test
    void theHmacIsTheOneOfRfc4231() {
        // Given
        byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);
        byte[] message = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        // When
        byte[] hmac = AesGcm.hmac(Keyring.aesKey(key), message);

        // Then
        assertArrayEquals(
                java.util.HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
                hmac);
    }

    private static Barrier unsealed(Keyring keyring) {
        Barrier barrier = new Barrier();
        barrier.unseal(keyring);
        return barrier;
    }
}
