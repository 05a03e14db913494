package io.leasehold.lease;

import io.leasehold.logical.GoDuration;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a lease or a token lasts from now, at its creation and at each renewal. An increment replaces what is left,
 * counted from now; it is not added. Pure.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/lease#lease-durations-and-renewal">Lease
 *     durations</a>
 */
public final class TtlRule {
    private TtlRule() {}

    /**
     * @param increment what the caller asks; zero for nothing
     * @param ttl what the engine or the token asks; zero for nothing
     * @param mountDefault where neither asks
     * @param maxima upper limits counted from the issue time; zero ones do not count
     */
    public record Terms(Duration increment, Duration ttl, Duration mountDefault, List<Duration> maxima) {
        private Duration wanted() {
            return Stream.of(increment, ttl)
                    .filter(duration -> !duration.isZero())
                    .findFirst()
                    .orElse(mountDefault);
        }

        private Duration max() {
            return maxima.stream()
                    .filter(duration -> !duration.isZero())
                    .min(Duration::compareTo)
                    .orElseThrow();
        }
    }

    /**
     * @param ttl granted from now on
     * @param warnings when it was cut
     */
    public record Granted(Duration ttl, List<String> warnings) {}

    /**
     * Grants a duration.
     *
     * @param issueTime birth of the lease, never moved
     * @param now this moment
     * @throws VaultException 400 when the last permitted moment is over
     */
    public static Granted grant(Terms terms, Instant issueTime, Instant now) {
        Duration left = Duration.between(now, issueTime.plus(terms.max()));
        if (left.isZero() || left.isNegative()) {
            throw VaultException.invalid("past the max TTL, cannot renew");
        }
        Duration wanted = terms.wanted();
        return wanted.compareTo(left) <= 0
                ? new Granted(wanted, List.of())
                : new Granted(left, List.of(capped(wanted, left)));
    }

    /**
     * Grants a period, at creation and at each renewal: no more than the mount allows at a time, but without end in
     * total unless there is an explicit maximum.
     *
     * @param explicitMax counted from the issue time; zero for none
     * @throws VaultException 400 when the last permitted moment is over
     */
    public static Granted grantPeriod(
            Duration period, Duration mountMax, Duration explicitMax, Instant issueTime, Instant now) {
        boolean tooLong = period.compareTo(mountMax) > 0;
        Duration allowed = tooLong ? mountMax : period;
        List<String> warnings = tooLong ? List.of(cappedPeriod(period, mountMax)) : List.of();
        if (explicitMax.isZero()) {
            return new Granted(allowed, warnings);
        }
        Granted granted = grant(new Terms(allowed, Duration.ZERO, allowed, List.of(explicitMax)), issueTime, now);
        return new Granted(
                granted.ttl,
                Stream.concat(warnings.stream(), granted.warnings.stream()).toList());
    }

    private static String cappedPeriod(Duration period, Duration max) {
        return "period of \"" + GoDuration.formatShort(period) + "\" exceeded the effective max_ttl of \""
                + GoDuration.formatShort(max) + "\"; period value is capped accordingly";
    }

    private static String capped(Duration wanted, Duration left) {
        return "TTL of \"" + GoDuration.formatShort(wanted) + "\" exceeded the effective max_ttl of \""
                + GoDuration.formatShort(Duration.ofSeconds(wholeSeconds(left)))
                + "\"; TTL value is capped accordingly";
    }

    /** A duration in whole seconds, rounded as the wire shows it. */
    public static long wholeSeconds(Duration duration) {
        return Math.round(duration.toMillis() / 1000.0);
    }
}
