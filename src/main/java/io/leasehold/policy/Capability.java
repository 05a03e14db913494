package io.leasehold.policy;

import io.leasehold.logical.Operation;

/**
 * A right on a path.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities">Vault capabilities</a>
 */
public enum Capability {
    CREATE,
    READ,
    UPDATE,
    PATCH,
    DELETE,
    LIST,
    SUDO;

    /** The capability that an operation needs; help needs none and must not be asked for. */
    static Capability neededFor(Operation operation) {
        return valueOf(operation.name());
    }
}
