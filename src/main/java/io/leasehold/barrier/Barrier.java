package io.leasehold.barrier;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Seals and opens. A ciphertext is bound to the row it belongs to, so that it cannot be opened after being copied to
 * another. Pure computation, microseconds, safe on the event loop.
 */
@Singleton
public class Barrier {
    private final AesGcm cipher = new AesGcm(new SecureRandom());
    private volatile Keyring keyring;

    /**
     * Seals a secret.
     *
     * @param binding names the row and column that the ciphertext belongs to
     * @return the term, the nonce and the ciphertext, for a column of bytes
     * @throws VaultException 503 while sealed
     */
    public byte[] seal(SecretString secret, String binding) {
        Keyring keys = keys();
        byte[] sealed = cipher.seal(keys.activeKey(), secret.reveal().getBytes(StandardCharsets.UTF_8), binding);
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(keys.activeTerm())
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws BarrierException when the bytes were altered or belong to another row
     * @throws VaultException 503 while sealed
     */
    public SecretString open(byte[] sealed, String binding) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        SecretKey key = keys().dataKeys().get(buffer.getInt());
        if (key == null) {
            throw new BarrierException("no key of that term opens " + binding, null);
        }
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return SecretString.of(new String(cipher.open(key, rest, binding), StandardCharsets.UTF_8));
    }

    /**
     * The keyed hash under which a token is stored and found.
     *
     * @throws VaultException 503 while sealed
     */
    public String hash(SecretString token) {
        byte[] bytes = token.reveal().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(AesGcm.hmac(keys().tokenKey(), bytes));
    }

    /** Whether secrets can be sealed and opened now. */
    public boolean isUnsealed() {
        return keyring != null;
    }

    void unseal(Keyring opened) {
        keyring = opened;
    }

    private Keyring keys() {
        return Optional.ofNullable(keyring).orElseThrow(() -> new VaultException(ErrorKind.SEALED, "Vault is sealed"));
    }
}
