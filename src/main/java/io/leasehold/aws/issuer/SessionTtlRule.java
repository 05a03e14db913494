package io.leasehold.aws.issuer;

import io.leasehold.aws.role.AwsRole;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.GoText;
import io.leasehold.logical.MountPoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a session is asked for: the caller's wish, else the role's default, else an hour, and never more than the
 * role's or else the mount's ceiling. Nothing is raised; AWS refuses less than 15 minutes by itself.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#generate-credentials">Vault API</a>
 */
final class SessionTtlRule {
    private static final Duration STANDARD = Duration.ofHours(1);

    private SessionTtlRule() {}

    /** Decides; a wish that was lowered says so in a warning that names the ceiling. */
    static SessionTtl decide(Optional<Duration> wish, AwsRole role, MountPoint mount) {
        Duration roleDefault = role.defaultStsTtl().isZero() ? STANDARD : role.defaultStsTtl();
        Duration asked = wish.orElse(roleDefault);
        boolean ofRole = !role.maxStsTtl().isZero();
        Duration ceiling = ofRole ? role.maxStsTtl() : mount.maxLeaseTtl();
        if (asked.compareTo(ceiling) <= 0) {
            return new SessionTtl(asked, List.of());
        }
        String name = ofRole ? "max_sts_ttl of the role" : "max_lease_ttl of the mount";
        return new SessionTtl(ceiling, List.of(lowered(asked, name, ceiling)));
    }

    private static String lowered(Duration asked, String name, Duration ceiling) {
        return "TTL of " + text(asked) + " exceeds the " + name + ", " + text(ceiling)
                + "; the credentials were requested for " + text(ceiling);
    }

    private static String text(Duration duration) {
        return GoText.quote(GoDuration.formatShort(duration));
    }

    /**
     * @param duration to ask AWS for, whole seconds
     * @param warnings for the caller
     */
    record SessionTtl(Duration duration, List<String> warnings) {
        int seconds() {
            return (int) Math.min(duration.getSeconds(), Integer.MAX_VALUE);
        }
    }
}
