package io.leasehold.barrier;

/** Whether the server can open what it stores. */
public enum SealState {
    /** No key has ever been made. */
    UNINITIALISED,
    /** Keys exist but this node cannot open them. */
    SEALED,
    /** The keyring is in memory. */
    UNSEALED
}
