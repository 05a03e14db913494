package io.leasehold.lease;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** {@code sys/leases/revoke-prefix}, {@code revoke-force} and their old spellings. */
@Singleton
class LeaseRevokePrefixPath implements SystemPath {
    private final LeaseRepository leases;
    private final LeaseRevoker revoker;
    private final PrefixRevoker prefixes;
    private final Clock clock;

    LeaseRevokePrefixPath(LeaseRepository leases, LeaseRevoker revoker, PrefixRevoker prefixes, Clock clock) {
        this.leases = leases;
        this.revoker = revoker;
        this.prefixes = prefixes;
        this.clock = clock;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(
                prefix("leases/revoke-prefix/{prefix...}"),
                prefix("revoke-prefix/{prefix...}"),
                force("leases/revoke-force/{prefix...}"),
                force("revoke-force/{prefix...}"));
    }

    private EnginePath.Definition prefix(String pattern) {
        return EnginePath.Definition.at(pattern)
                .guardedBy(Guard.SUDO)
                .understands(LeaseFields.SYNC)
                .on(Operation.UPDATE, this::revoke)
                .help("End every lease below a prefix; stops at the first that AWS refuses.");
    }

    private EnginePath.Definition force(String pattern) {
        return EnginePath.Definition.at(pattern)
                .guardedBy(Guard.SUDO)
                .on(Operation.UPDATE, this::force)
                .help("Forget every lease below a prefix, whatever AWS says. What it left there stays there.");
    }

    private Uni<LogicalResponse> revoke(PathRequest request) {
        String prefix = request.captured("prefix");
        ConfigurationVersion version = request.mount().version();
        Uni<Void> work = request.values().getOr(LeaseFields.SYNC, true)
                ? leases.find(prefix)
                        .chain(exact -> exact.map(lease -> revoker.revoke(lease, version))
                                .orElseGet(() -> prefixes.revokeInside(LeasePrefix.of(prefix), version)))
                : leases.expireNow(prefix, clock.instant())
                        .chain(() -> leases.expireInside(LeasePrefix.of(prefix), clock.instant()));
        boolean sync = request.values().getOr(LeaseFields.SYNC, true);
        return work.map(done -> sync ? LogicalResponse.empty() : new LogicalResponse.Accepted());
    }

    private Uni<LogicalResponse> force(PathRequest request) {
        String prefix = request.captured("prefix");
        ConfigurationVersion version = request.mount().version();
        return leases.find(prefix)
                .chain(exact -> exact.map(lease -> revoker.force(lease, version))
                        .orElseGet(() -> prefixes.forceInside(LeasePrefix.of(prefix), version)))
                .map(done -> LogicalResponse.empty());
    }
}
