package io.leasehold.lease;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code sys/leases/lookup}: one lease by its id, or the ids below a prefix. */
@Singleton
class LeaseLookupPath implements SystemPath {
    private final LeaseRepository leases;
    private final Clock clock;

    LeaseLookupPath(LeaseRepository leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(
                EnginePath.Definition.at("leases/lookup")
                        .guardedBy(Guard.TOKEN)
                        .understands(LeaseFields.LEASE_ID)
                        .on(Operation.UPDATE, this::lookup)
                        .help("Times of a lease."),
                EnginePath.Definition.at("leases/lookup/")
                        .guardedBy(Guard.SUDO)
                        .on(Operation.LIST, request -> list(""))
                        .help("First components of all lease ids."),
                EnginePath.Definition.at("leases/lookup/{prefix...}")
                        .guardedBy(Guard.SUDO)
                        .on(Operation.LIST, request -> list(request.captured("prefix")))
                        .help("Next components of the lease ids below a prefix."));
    }

    private Uni<LogicalResponse> lookup(PathRequest request) {
        return leases.find(LeaseFields.leaseId(request))
                .map(found -> found.filter(lease -> lease.state() != Lease.State.PENDING)
                        .map(this::show)
                        .orElseThrow(() -> VaultException.invalid("invalid lease")));
    }

    private LogicalResponse show(Lease lease) {
        Instant now = clock.instant();
        return LogicalResponse.data(new LeaseInfo(
                lease.times().expireTime().toString(),
                lease.id(),
                lease.times().issueTime().toString(),
                lease.times().lastRenewal().map(Instant::toString).orElse(null),
                lease.renewable() && !lease.isExpired(now),
                lease.secondsLeft(now)));
    }

    private Uni<LogicalResponse> list(String prefix) {
        return leases.listChildren(LeasePrefix.of(prefix)).map(LogicalResponse.Keys::new);
    }

    /** Times in RFC 3339; {@code ttl} in seconds, negative while an expired lease waits for its revocation. */
    private record LeaseInfo(
            String expireTime, String id, String issueTime, String lastRenewal, boolean renewable, long ttl) {}
}
