package io.leasehold.lease;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.mount.Mounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code sys/leases/renew} and its old spellings. */
@Singleton
class LeaseRenewPath implements SystemPath {
    private final LeaseRenewal renewal;
    private final Mounts mounts;

    LeaseRenewPath(LeaseRenewal renewal, Mounts mounts) {
        this.renewal = renewal;
        this.mounts = mounts;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return Stream.of("leases/renew", "leases/renew/{url_lease_id...}", "renew", "renew/{url_lease_id...}")
                .map(pattern -> EnginePath.Definition.at(pattern)
                        .guardedBy(Guard.TOKEN)
                        .understands(LeaseFields.LEASE_ID, LeaseFields.INCREMENT)
                        .on(Operation.UPDATE, this::renew)
                        .help("Move the end of a lease. The increment counts from now and replaces what is left."))
                .toList();
    }

    private Uni<LogicalResponse> renew(PathRequest request) {
        Duration increment = request.values().getOr(LeaseFields.INCREMENT, Duration.ZERO);
        String id = LeaseFields.leaseId(request);
        return mounts.at(request.mount().version()).chain(table -> renewal.renew(id, increment, table));
    }
}
