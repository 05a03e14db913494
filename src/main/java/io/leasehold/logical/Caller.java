package io.leasehold.logical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who asks: what a token says about its holder.
 *
 * @param tokenHash the keyed hash under which the token is stored; empty for open paths
 * @param accessor of the token; empty for open paths
 * @param displayName the name that goes into AWS user and session names
 * @param policies names of the token's policies
 * @param expireTime when the token ends; empty for a root token
 */
public record Caller(
        String tokenHash, String accessor, String displayName, List<String> policies, Optional<Instant> expireTime) {
    private static final Caller NOBODY = new Caller("", "", "", List.of(), Optional.empty());

    /** The caller of an open path. */
    public static Caller nobody() {
        return NOBODY;
    }

    /** Whether the token holds the policy {@code root}. */
    public boolean isRoot() {
        return policies.contains("root");
    }
}
