package io.leasehold.lease;

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
import java.util.stream.Stream;

/** {@code sys/leases/revoke} and its old spellings. An unknown id is no error: it is gone. */
@Singleton
class LeaseRevokePath implements SystemPath {
    private final LeaseRepository leases;
    private final LeaseRevoker revoker;
    private final Clock clock;

    LeaseRevokePath(LeaseRepository leases, LeaseRevoker revoker, Clock clock) {
        this.leases = leases;
        this.revoker = revoker;
        this.clock = clock;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return Stream.of("leases/revoke", "leases/revoke/{url_lease_id...}", "revoke", "revoke/{url_lease_id...}")
                .map(pattern -> EnginePath.Definition.at(pattern)
                        .guardedBy(Guard.TOKEN)
                        .understands(LeaseFields.LEASE_ID, LeaseFields.SYNC)
                        .on(Operation.UPDATE, this::revoke)
                        .help("End a lease. An iam_user loses its keys; an STS session lives on at AWS until it ends."))
                .toList();
    }

    private Uni<LogicalResponse> revoke(PathRequest request) {
        String id = LeaseFields.leaseId(request);
        return request.values().getOr(LeaseFields.SYNC, true)
                ? revokeNow(id, request)
                : leases.expireNow(id, clock.instant()).map(done -> new LogicalResponse.Accepted());
    }

    private Uni<LogicalResponse> revokeNow(String id, PathRequest request) {
        return leases.find(id)
                .chain(found -> found.map(
                                lease -> revoker.revoke(lease, request.mount().version()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(done -> LogicalResponse.empty());
    }
}
