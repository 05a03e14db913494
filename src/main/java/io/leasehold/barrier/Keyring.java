package io.leasehold.barrier;

import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys in memory while unsealed.
 *
 * @param activeTerm the term that new ciphertexts use
 * @param dataKeys by term, AES-256
 * @param tokenKey for the keyed hash of tokens, never rotated
 */
record Keyring(int activeTerm, Map<Integer, SecretKey> dataKeys, SecretKey tokenKey) {
    static final int KEY_BYTES = 32;

    static SecretKey aesKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    static Keyring fresh(SecureRandom random) {
        return new Keyring(1, Map.of(1, aesKey(randomKey(random))), aesKey(randomKey(random)));
    }

    static byte[] randomKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    SecretKey activeKey() {
        return dataKeys.get(activeTerm);
    }

    @Override
    public String toString() {
        return "Keyring[activeTerm=" + activeTerm + "]";
    }
}
