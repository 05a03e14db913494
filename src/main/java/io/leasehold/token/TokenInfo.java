package io.leasehold.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.logical.SecretString;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A token as a look-up shows it. Times in RFC 3339 or Unix seconds, durations in seconds; {@code renewable} and
 * {@code issue_time} are absent for a token without end.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token">Look up a token</a>
 */
record TokenInfo(
        String accessor,
        long creationTime,
        long creationTtl,
        String displayName,
        String entityId,
        String expireTime,
        long explicitMaxTtl,
        SecretString id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String issueTime,
        @JsonInclude(JsonInclude.Include.NON_NULL) String lastRenewal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long lastRenewalTime,
        Map<String, String> meta,
        int numUses,
        boolean orphan,
        String path,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long period,
        List<String> policies,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean renewable,
        long ttl,
        String type) {
    static TokenInfo of(Token token, SecretString id, Instant now) {
        Token.Life life = token.life();
        boolean ends = life.expireTime().isPresent();
        return new TokenInfo(
                token.accessor(),
                life.issueTime().getEpochSecond(),
                life.creationTtl().toSeconds(),
                token.displayName(),
                "",
                life.expireTime().map(Instant::toString).orElse(null),
                life.explicitMaxTtl().toSeconds(),
                id,
                ends ? life.issueTime().toString() : null,
                life.lastRenewal().map(Instant::toString).orElse(null),
                life.lastRenewal().map(Instant::getEpochSecond).orElse(null),
                token.meta(),
                Math.max(token.numUses(), 0),
                token.parent().isEmpty(),
                token.path(),
                life.period().isZero() ? null : Long.valueOf(life.period().toSeconds()),
                token.policies(),
                ends ? life.renewable() : null,
                life.left(now).toSeconds(),
                "service");
    }
}
