package io.leasehold.logical;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * A kind of engine that can be mounted, any number of times. Everything it stores carries the accessor of the mount.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets">Vault secrets engines</a>
 */
public interface SecretsEngine extends Engine {
    /** Ends what a lease stands for. Something that is already gone counts as ended; a failure is tried again. */
    Uni<Void> revoke(Revocation revocation);

    /** Says how a lease may be renewed. Makes no call to the outside. */
    Uni<Renewal> renew(MountPoint mount, StoredUndo undo);

    /** Deletes all that is stored for a mount. */
    Uni<Void> forget(MountPoint mount);

    /**
     * Checks mount options when a mount is enabled or tuned.
     *
     * @throws VaultException 400 for an option that the engine does not take
     */
    void checkOptions(Map<String, String> options);
}
