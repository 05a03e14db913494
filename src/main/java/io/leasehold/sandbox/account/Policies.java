package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The policies of one user, group or role: inline ones, attached ones, and perhaps a permissions boundary. */
public final class Policies {

    private final Map<String, InlinePolicy> inline = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> attached = new ConcurrentSkipListMap<>();
    private volatile String boundaryArn;

    /** Inline policies by name; the live map. */
    public Map<String, InlinePolicy> inline() {
        return inline;
    }

    /** ARNs of the attached policies, with the moment from which each counts; the live map. */
    public Map<String, Instant> attached() {
        return attached;
    }

    /** The ARN of the policy that bounds all others. */
    public Optional<String> boundaryArn() {
        return Optional.ofNullable(boundaryArn);
    }

    /** Sets the boundary; null removes it. */
    public void bound(String arn) {
        boundaryArn = arn;
    }

    /** Whether this uses the managed policy in any way, which keeps it from being deleted. */
    public boolean uses(String policyArn) {
        return attached.containsKey(policyArn) || policyArn.equals(boundaryArn);
    }
}
