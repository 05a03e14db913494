package io.leasehold.http;

import io.leasehold.barrier.Seal;
import io.leasehold.barrier.SealState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The bodies that say how the server is; they have no envelope. */
@Singleton
class ServerState {
    private final Seal seal;
    private final HttpConfig config;
    private final Clock clock;

    ServerState(Seal seal, HttpConfig config, Clock clock) {
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    Uni<SealState> now() {
        return seal.state();
    }

    Health health(SealState state) {
        boolean active = state == SealState.UNSEALED;
        String replication = active ? "disabled" : "unknown";
        return new Health(
                state != SealState.UNINITIALISED,
                !active,
                !active,
                false,
                replication,
                replication,
                clock.instant().getEpochSecond(),
                config.vaultVersion(),
                false,
                0,
                0,
                0);
    }

    SealStatus sealStatus(SealState state) {
        boolean initialised = state != SealState.UNINITIALISED;
        int shares = initialised ? 1 : 0;
        return new SealStatus(
                "keyfile",
                initialised,
                state != SealState.UNSEALED,
                shares,
                shares,
                0,
                "",
                config.vaultVersion(),
                BuildDate.TEXT,
                BuildDate.TEXT,
                false,
                true,
                "postgresql");
    }

    record Health(
            boolean initialized,
            boolean sealed,
            boolean standby,
            boolean performanceStandby,
            String replicationPerformanceMode,
            String replicationDrMode,
            long serverTimeUtc,
            String version,
            boolean enterprise,
            long echoDurationMs,
            long clockSkewMs,
            long replicationPrimaryCanaryAgeMs) {}

    record SealStatus(
            String type,
            boolean initialized,
            boolean sealed,
            int t,
            int n,
            int progress,
            String nonce,
            String version,
            String buildDate,
            String commitDate,
            boolean migration,
            boolean recoverySeal,
            String storageType) {}
}
