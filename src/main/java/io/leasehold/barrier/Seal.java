package io.leasehold.barrier;

import io.leasehold.barrier.KeyringRepository.SealedKey;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/**
 * Opens the keyring with the root key, and makes both once.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal">Vault auto-unseal</a>
 */
@Singleton
public class Seal {
    private static final String DATA = "data";
    private static final String TOKEN = "token";
    private final Barrier barrier;
    private final RootKeySource rootKeys;
    private final KeyringRepository keyrings;
    private final AesGcm cipher = new AesGcm(new SecureRandom());
    private final AtomicReference<SealState> state = new AtomicReference<>(SealState.UNINITIALISED);

    Seal(Barrier barrier, RootKeySource rootKeys, KeyringRepository keyrings) {
        this.barrier = barrier;
        this.rootKeys = rootKeys;
        this.keyrings = keyrings;
    }

    /** The state of this moment; while not unsealed the database is asked whether another node has initialised. */
    public Uni<SealState> state() {
        return barrier.isUnsealed() ? Uni.createFrom().item(SealState.UNSEALED) : tryUnseal();
    }

    /** Fails with 503 unless this node can open what it stores. */
    public Uni<Void> requireUnsealed() {
        return state().invoke(Seal::refuseUnlessUnsealed).replaceWithVoid();
    }

    private static void refuseUnlessUnsealed(SealState state) {
        if (state != SealState.UNSEALED) {
            throw new VaultException(ErrorKind.SEALED, "Vault is sealed");
        }
    }

    /**
     * Makes the root key and the keyring.
     *
     * @return a failure 400 when that has been done before
     */
    public Uni<Void> initialise() {
        return keyrings.list()
                .invoke(keys -> refuseSecondTime(keys.isEmpty()))
                .chain(() -> onWorker(rootKeys::findOrCreate))
                .chain(rootKey -> keyrings.insertFirst(wrap(rootKey, Keyring.fresh(new SecureRandom()))))
                .invoke(Seal::refuseSecondTime)
                .chain(this::tryUnseal)
                .replaceWithVoid();
    }

    private static void refuseSecondTime(boolean first) {
        if (!first) {
            throw VaultException.invalid("Vault is already initialized");
        }
    }

    private Uni<SealState> tryUnseal() {
        return keyrings.list().chain(this::unseal).invoke(this::note);
    }

    private Uni<SealState> unseal(List<SealedKey> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(SealState.UNINITIALISED)
                : Uni.createFrom().item(() -> open(keys)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Work on the file system leaves the event loop and comes back to it. */
    private static <T> Uni<T> onWorker(Supplier<T> work) {
        Context origin = Vertx.currentContext();
        Executor back = origin == null ? Runnable::run : task -> origin.runOnContext(nothing -> task.run());
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(back);
    }

    private SealState open(List<SealedKey> keys) {
        try {
            Optional<SecretKey> rootKey = rootKeys.find();
            rootKey.map(key -> unwrap(key, keys)).ifPresent(barrier::unseal);
            return rootKey.isPresent() ? SealState.UNSEALED : SealState.SEALED;
        } catch (BarrierException e) {
            noteReason(e.getMessage());
            return SealState.SEALED;
        }
    }

    private void noteReason(String reason) {
        if (state.get() != SealState.SEALED) {
            Log.errorf("sealed: %s", reason);
        }
    }

    private void note(SealState now) {
        if (state.getAndSet(now) != now) {
            Log.infof("seal state: %s", now);
        }
    }

    private List<SealedKey> wrap(SecretKey rootKey, Keyring keyring) {
        return List.of(
                wrap(rootKey, DATA, keyring.activeTerm(), keyring.activeKey()),
                wrap(rootKey, TOKEN, 1, keyring.tokenKey()));
    }

    private SealedKey wrap(SecretKey rootKey, String purpose, int term, SecretKey key) {
        return new SealedKey(purpose, term, cipher.seal(rootKey, key.getEncoded(), binding(purpose, term)));
    }

    private Keyring unwrap(SecretKey rootKey, List<SealedKey> keys) {
        Map<Integer, SecretKey> dataKeys = new HashMap<>();
        SecretKey tokenKey = null;
        for (SealedKey sealed : keys) {
            String binding = binding(sealed.purpose(), sealed.term());
            SecretKey key = Keyring.aesKey(cipher.open(rootKey, sealed.sealed().getBytes(), binding));
            if (sealed.purpose().equals(TOKEN)) {
                tokenKey = key;
            } else {
                dataKeys.put(sealed.term(), key);
            }
        }
        return new Keyring(dataKeys.keySet().stream().max(Integer::compare).orElseThrow(), dataKeys, tokenKey);
    }

    private static String binding(String purpose, int term) {
        return "barrier_key/" + purpose + "/" + term;
    }
}
