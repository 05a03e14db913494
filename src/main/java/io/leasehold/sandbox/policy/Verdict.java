package io.leasehold.sandbox.policy;

/** What policies say about a request: an explicit deny, an allow, or nothing at all. */
public enum Verdict {
    /** At least one statement denies; nothing can outweigh it. */
    DENY,
    /** At least one statement allows and none denies. */
    ALLOW,
    /** No statement speaks about the request. */
    NONE;

    /** The verdict of two sets of statements taken as one: a deny wins, then an allow. */
    public Verdict or(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
