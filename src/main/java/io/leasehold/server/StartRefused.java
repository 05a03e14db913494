package io.leasehold.server;

/** The server cannot start for a reason that the operator can mend; the message is one line for the terminal. */
public final class StartRefused extends RuntimeException {
    /** States the reason; it must hold no secret. */
    public StartRefused(String message) {
        super(message);
    }

    /** States the reason and keeps what led to it. */
    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
