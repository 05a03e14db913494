package io.leasehold.sandbox.policy;

/** What a trust policy says about a caller, strongest last. */
public enum Trust {
    /** It names neither the caller nor its account. */
    NONE,
    /** It names the caller's account, which leaves the choice to the caller's own policies. */
    ACCOUNT,
    /** It names the caller itself. */
    CALLER,
    /** It denies the caller. */
    DENIED;

    Trust or(Trust other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
