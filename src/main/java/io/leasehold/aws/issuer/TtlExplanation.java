package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.logical.GoDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which of AWS's limits on the length of a session was hit, with both values and the ways out.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html">AWS maximum session
 *     duration</a>
 */
final class TtlExplanation {
    private static final Duration FLOOR = Duration.ofMinutes(15);
    private static final Pattern MOST = Pattern.compile("less than or equal to (\\d{1,9})");

    private TtlExplanation() {}

    /** Whether AWS says that the role's MaxSessionDuration was exceeded. */
    static boolean isRoleCeiling(AwsRefusal refusal) {
        return refusal.is("ValidationError") && refusal.reason().contains("MaxSessionDuration");
    }

    /** For a session longer than the IAM role allows; the ceiling may be unknown. */
    static String ofRoleCeiling(String roleArn, Duration asked, Optional<Duration> ceiling) {
        String limit = ceiling.map(most -> "is " + text(most))
                .orElse("is not known here, because iam:GetRole did not tell (3600 s (1h) unless changed)");
        return "The TTL of " + text(asked) + " is above the MaxSessionDuration of " + roleArn + ", which " + limit
                + ". Either ask for less (ttl in the request, default_sts_ttl or max_sts_ttl in the Vault role),"
                + " or raise the MaxSessionDuration of the IAM role, which may be 3600 to 43200 s.";
    }

    /** For the limits that need no look-up; empty for any other refusal. */
    static String ofFixedLimit(AwsRefusal refusal, Duration asked) {
        if (!refusal.is("ValidationError")) {
            return "";
        }
        if (refusal.reason().contains("role chaining")) {
            return "The TTL of " + text(asked) + " is above 3600 s (1h), the most that AWS gives when the engine itself"
                    + " acts through a role (role chaining), whatever the MaxSessionDuration. Either ask for 1h or less,"
                    + " or give the mount the keys of an IAM user in config/root.";
        }
        if (asked.compareTo(FLOOR) < 0) {
            return "The TTL of " + text(asked) + " is below 900 s (15m), the least that AWS gives. Either ask for 15m"
                    + " or more, or raise default_sts_ttl or max_sts_ttl in the Vault role.";
        }
        return ofTop(refusal, asked);
    }

    private static String ofTop(AwsRefusal refusal, Duration asked) {
        Matcher most = MOST.matcher(refusal.reason());
        if (!refusal.reason().contains("urationSeconds") || !most.find()) {
            return "";
        }
        Duration top = Duration.ofSeconds(Long.parseLong(most.group(1)));
        return "The TTL of " + text(asked) + " is above " + text(top) + ", the most that AWS gives for this call."
                + " Either ask for less, or lower default_sts_ttl or max_sts_ttl in the Vault role.";
    }

    private static String text(Duration duration) {
        return duration.getSeconds() + " s (" + GoDuration.formatShort(duration) + ")";
    }
}
