package io.leasehold.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the reaper works. */
@ConfigMapping(prefix = "leasehold.lease")
public interface LeaseConfig {
    /** How often the reaper looks for leases that are due. */
    @WithDefault("1s")
    Duration reaperInterval();

    /** How many leases one node revokes at AWS at the same time. */
    @WithDefault("16")
    int revokeWorkers();

    /** How long one attempt to revoke may take. */
    @WithDefault("90s")
    Duration revokeTimeout();

    /** How many attempts before a lease is irrevocable. */
    @WithDefault("6")
    int revokeAttempts();

    /** Wait after the first failed attempt; doubled after each further one, give or take a half. */
    @WithDefault("20s")
    Duration revokeBackoff();

    /** How long an irrevocable lease rests before it is tried again. */
    @WithDefault("24h")
    Duration irrevocableRetry();

    /** How long credentials may take to come to be before the pending lease counts as abandoned. */
    @WithDefault("5m")
    Duration pendingGrace();
}
