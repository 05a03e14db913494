package io.leasehold.token;

import io.leasehold.logical.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token without the token: what is stored under its keyed hash.
 *
 * @param hash keyed hash of the token
 * @param accessor 24 random characters
 * @param parent hash of the parent; empty for an orphan
 * @param path that created it
 * @param displayName goes into AWS user and session names
 * @param policies sorted names
 * @param meta texts of the creator, or {@code null}
 * @param numUses uses left; zero for no limit
 * @param life when it began and when it ends
 */
record Token(
        String hash,
        String accessor,
        Optional<String> parent,
        String path,
        String displayName,
        List<String> policies,
        Map<String, String> meta,
        int numUses,
        Life life) {
    /**
     * @param issueTime when it was made
     * @param creationTtl as granted at creation; zero without end
     * @param expireTime empty without end
     * @param explicitMaxTtl hard limit counted from the issue time; zero for none
     * @param period zero unless periodic
     * @param renewable whether a renew may move the end
     * @param lastRenewal empty before the first
     */
    record Life(
            Instant issueTime,
            Duration creationTtl,
            Optional<Instant> expireTime,
            Duration explicitMaxTtl,
            Duration period,
            boolean renewable,
            Optional<Instant> lastRenewal) {
        Duration left(Instant now) {
            return expireTime
                    .map(end -> Duration.ofSeconds(
                            Math.round(Duration.between(now, end).toMillis() / 1000.0)))
                    .orElse(Duration.ZERO);
        }
    }

    boolean isAlive(Instant now) {
        return life.expireTime().map(now::isBefore).orElse(true);
    }

    boolean isRoot() {
        return policies.contains("root");
    }

    Caller toCaller() {
        return new Caller(hash, accessor, displayName, policies, life.expireTime());
    }
}
