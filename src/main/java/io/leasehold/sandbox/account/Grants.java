package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.Verdict;

/** What the three kinds of policies say about a request: all must allow it and none may deny it. */
public record Grants(Verdict identity, Verdict boundary, Verdict session) {

    /** Whether any policy denies. */
    public boolean isDenied() {
        return identity == Verdict.DENY || boundary == Verdict.DENY || session == Verdict.DENY;
    }

    /** Whether boundary and session policies leave room, so that a grant from elsewhere would be enough. */
    public boolean isWithinLimits() {
        return boundary == Verdict.ALLOW && session == Verdict.ALLOW;
    }

    /** Whether the request is allowed. */
    public boolean isAllowed() {
        return identity == Verdict.ALLOW && isWithinLimits();
    }

    /** The reason of a refusal, in AWS's words. */
    String reason(String action) {
        if (isDenied()) {
            return " with an explicit deny in " + kind(Verdict.DENY);
        }
        return " because no " + missing() + " allows the " + action + " action";
    }

    private String kind(Verdict verdict) {
        if (identity == verdict) {
            return "an identity-based policy";
        }
        return boundary == verdict ? "a permissions boundary" : "a session policy";
    }

    private String missing() {
        if (identity != Verdict.ALLOW) {
            return "identity-based policy";
        }
        return boundary != Verdict.ALLOW ? "permissions boundary" : "session policy";
    }
}
