package io.leasehold.sandbox.policy;

/** Where a document is used, which decides the elements that it must and must not have. */
public enum PolicyKind {
    /** Attached to a user, group or role, or passed for a session: resources, but no principal. */
    IDENTITY,
    /** A role's trust policy: a principal, but no resources, and STS actions only. */
    TRUST
}
