package io.leasehold.server;

import io.smallrye.mutiny.Uni;

/**
 * Makes a fresh server usable at once: initialises and unseals it, makes the root token, mounts the sandbox.
 *
 * <p>Implemented as a CDI bean against the request pipeline. Called once, after HTTP is up, on a Vert.x context.
 */
public interface DevSetup {
    /** Prepares the server and says what it made. A failure ends the process. */
    Uni<DevFacts> prepare(DevOptions options);
}
