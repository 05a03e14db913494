package io.leasehold.logical;

/** What a path demands of its caller, stated by every path: silence is an error at start-up. */
public enum Guard {
    /** No token is needed. */
    OPEN,
    /** A valid token whose policies allow the operation. */
    TOKEN,
    /** The same, and the {@code sudo} capability on the path. */
    SUDO
}
