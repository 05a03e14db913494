package io.leasehold.mount;

import io.leasehold.logical.GoDuration;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings that {@code tune} changes.
 *
 * @param defaultLeaseTtl as configured; zero inherits
 * @param maxLeaseTtl as configured; zero inherits
 * @param forceNoCache accepted and read back
 * @param extras other settings by wire name, only those that were set
 */
public record MountTuning(
        Duration defaultLeaseTtl, Duration maxLeaseTtl, boolean forceNoCache, Map<String, Object> extras) {
    /** What holds where no default is set: never more than the maximum. */
    Duration effectiveDefault() {
        Duration wanted = defaultLeaseTtl.isZero() ? Mount.SYSTEM_LEASE_TTL : defaultLeaseTtl;
        return wanted.compareTo(effectiveMax()) > 0 ? effectiveMax() : wanted;
    }

    /** What holds where no maximum is set. */
    Duration effectiveMax() {
        return maxLeaseTtl.isZero() ? Mount.SYSTEM_LEASE_TTL : maxLeaseTtl;
    }

    MountTuning withDefaultLeaseTtl(Duration ttl) {
        return new MountTuning(ttl, maxLeaseTtl, forceNoCache, extras);
    }

    MountTuning withMaxLeaseTtl(Duration ttl) {
        return new MountTuning(defaultLeaseTtl, ttl, forceNoCache, extras);
    }

    MountTuning withExtras(Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(extras);
        all.putAll(more);
        return new MountTuning(defaultLeaseTtl, maxLeaseTtl, forceNoCache, all);
    }

    /**
     * Refuses limits of a new mount that contradict each other.
     *
     * @throws VaultException 400
     */
    void requireSoundWhenEnabled() {
        if (!maxLeaseTtl.isZero() && defaultLeaseTtl.compareTo(maxLeaseTtl) > 0) {
            throw VaultException.invalid("given default lease TTL greater than given max lease TTL");
        }
        if (maxLeaseTtl.isZero() && defaultLeaseTtl.compareTo(Mount.SYSTEM_LEASE_TTL) > 0) {
            throw VaultException.invalid("given default lease TTL greater than system max lease TTL of "
                    + Mount.SYSTEM_LEASE_TTL.toSeconds());
        }
    }

    /**
     * Refuses tuned limits that contradict each other.
     *
     * @throws VaultException 400
     */
    void requireSoundWhenTuned() {
        if (!maxLeaseTtl.isZero() && defaultLeaseTtl.compareTo(maxLeaseTtl) > 0) {
            throw VaultException.invalid("backend max lease TTL of " + maxLeaseTtl.toSeconds()
                    + " would be less than backend default lease TTL of " + defaultLeaseTtl.toSeconds());
        }
    }

    /** Refuses a limit below zero, which would make every lease end before it begins. */
    static Duration requirePositive(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("cannot provide negative value '" + limit.toSeconds() + "'");
        }
        return limit;
    }

    /**
     * Reads a limit from a body.
     *
     * @throws VaultException 400 naming the limit
     */
    static Duration parse(String which, Object raw) {
        try {
            return raw == null ? Duration.ZERO : requirePositive(GoDuration.parse(raw.toString()));
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("unable to parse " + which + " TTL of " + raw + ": " + e.getMessage());
        }
    }
}
