package io.leasehold.sandbox.account;

import java.time.Instant;

/**
 * Something besides access keys that a user can sign in with and that must be gone before the user can be deleted; the
 * body is a public key, a certificate or the name of a service.
 */
public record UserCredential(Kind kind, String id, String body, Instant created) {

    /** The kinds of such credentials. */
    public enum Kind {
        /** A password for the console; at most one. */
        LOGIN_PROFILE,
        /** A public SSH key; at most five. */
        SSH_PUBLIC_KEY,
        /** A password for one service; at most two for each service. */
        SERVICE_SPECIFIC_CREDENTIAL,
        /** An X.509 certificate; at most two. */
        SIGNING_CERTIFICATE
    }
}
