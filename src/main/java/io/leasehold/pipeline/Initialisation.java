package io.leasehold.pipeline;

import io.leasehold.barrier.Seal;
import io.leasehold.barrier.SealState;
import io.leasehold.logical.SecretString;
import io.leasehold.token.TokenIssuer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes a new server ready: the keyring, then the root token, which is shown once.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/init">/sys/init</a>
 */
@Singleton
public class Initialisation {
    private final Seal seal;
    private final TokenIssuer tokens;

    Initialisation(Seal seal, TokenIssuer tokens) {
        this.seal = seal;
        this.tokens = tokens;
    }

    /** Whether that has been done. */
    public Uni<Boolean> isDone() {
        return seal.state().map(state -> state != SealState.UNINITIALISED);
    }

    /**
     * Does it.
     *
     * @param chosen the root token that dev mode was asked for
     * @return the root token, or a failure 400 when it has been done before
     */
    public Uni<SecretString> initialise(Optional<SecretString> chosen) {
        return seal.initialise().chain(() -> tokens.issueRoot(chosen));
    }
}
