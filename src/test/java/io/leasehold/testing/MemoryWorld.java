package io.leasehold.testing;

import io.leasehold.logical.Issuance;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands behind one mount of {@link InMemoryEngine}: accounts, and the troubles that a test wants. */
public final class MemoryWorld {
    /** A young account may be on its way; before that age "no such account" proves nothing, as with IAM. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile Optional<String> refusal = Optional.empty();
    private volatile Optional<RuntimeException> creationFailure = Optional.empty();
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    /** Names of the accounts that exist. */
    public Set<String> accounts() {
        return new TreeSet<>(accounts);
    }

    /** How often a delete was tried. */
    public int attempts() {
        return attempts.get();
    }

    /** How often a creation was begun. */
    public int begun() {
        return begun.get();
    }

    /** Makes every delete fail with this text. */
    public void refuseDeletes(String text) {
        refusal = Optional.of(text);
    }

    /** Deletes work again. */
    public void allowDeletes() {
        refusal = Optional.empty();
    }

    /** Makes every creation fail before anything is made. */
    public void refuseCreation(String text) {
        creationFailure = Optional.of(new Issuance.NothingMade(VaultException.invalid(text)));
    }

    /** Makes every creation fail when half of it is made. */
    public void breakCreation(String text) {
        creationFailure = Optional.of(VaultException.invalid(text));
    }

    /** Lets creations wait until the future is completed. */
    public void holdCreationUntil(CompletableFuture<Void> opened) {
        gate = opened;
    }

    Uni<Void> create(String name) {
        return Uni.createFrom()
                .deferred(() -> {
                    begun.incrementAndGet();
                    return Uni.createFrom().completionStage(gate);
                })
                .chain(() -> make(name));
    }

    private Uni<Void> make(String name) {
        boolean nothingMade =
                creationFailure.filter(Issuance.NothingMade.class::isInstance).isPresent();
        if (!nothingMade) {
            accounts.add(name);
        }
        return creationFailure
                .<Uni<Void>>map(failure -> Uni.createFrom().failure(failure))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    Uni<Void> delete(String name, Duration age) {
        return Uni.createFrom().deferred(() -> {
            attempts.incrementAndGet();
            if (refusal.isPresent()) {
                return Uni.createFrom().failure(VaultException.invalid(refusal.get()));
            }
            boolean deleted = accounts.remove(name);
            return deleted || age.compareTo(SETTLED) > 0
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().failure(VaultException.invalid("no such account yet"));
        });
    }
}
