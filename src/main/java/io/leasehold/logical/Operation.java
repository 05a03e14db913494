package io.leasehold.logical;

import java.util.Locale;

/**
 * What a caller wants to do with a path.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities">Vault capabilities</a>
 */
public enum Operation {
    CREATE,
    READ,
    UPDATE,
    PATCH,
    DELETE,
    LIST,
    HELP;

    /** The lower-case word used in policies and audit entries. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
