package io.leasehold.lease;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Field;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** {@code sys/leases} and {@code sys/leases/count}: what could not be revoked, and why. */
@Singleton
class IrrevocableLeasesPath implements SystemPath {
    private static final Field<String> TYPE = Field.string("type", "Must be irrevocable.");
    private static final Field<Integer> LIMIT = Field.integer("limit", "How many to show; 10000 by default.");
    private static final Field<Boolean> CHILDREN = Field.bool("include_child_namespaces", "Accepted.");
    private static final int DEFAULT_LIMIT = 10_000;
    private final DueLeaseRepository leases;

    IrrevocableLeasesPath(DueLeaseRepository leases) {
        this.leases = leases;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(
                EnginePath.Definition.at("leases")
                        .guardedBy(Guard.SUDO)
                        .understands(TYPE, LIMIT, CHILDREN)
                        .on(Operation.READ, this::list)
                        .help("Leases that could not be revoked, with the last error."),
                EnginePath.Definition.at("leases/count")
                        .guardedBy(Guard.TOKEN)
                        .understands(TYPE, CHILDREN)
                        .on(Operation.READ, this::count)
                        .help("How many leases could not be revoked, by mount accessor."));
    }

    private static void requireIrrevocable(PathRequest request) {
        if (!request.values().getOr(TYPE, "").equals("irrevocable")) {
            throw VaultException.notFound();
        }
    }

    private Uni<LogicalResponse> list(PathRequest request) {
        requireIrrevocable(request);
        int limit = request.values().getOr(LIMIT, DEFAULT_LIMIT);
        return leases.listIrrevocable(limit < 1 ? DEFAULT_LIMIT : limit).map(IrrevocableLeasesPath::show);
    }

    private static LogicalResponse show(List<Lease> leases) {
        List<IrrevocableLease> shown = leases.stream()
                .map(lease -> new IrrevocableLease(
                        lease.failures().lastError(), lease.id(), lease.owner().mountAccessor()))
                .toList();
        return LogicalResponse.data(Map.of("lease_count", shown.size(), "leases", shown));
    }

    private Uni<LogicalResponse> count(PathRequest request) {
        requireIrrevocable(request);
        return leases.countIrrevocable()
                .map(counts -> LogicalResponse.data(Map.of(
                        "counts",
                        counts,
                        "lease_count",
                        counts.values().stream().mapToLong(Long::longValue).sum())));
    }

    private record IrrevocableLease(String error, String leaseId, String mountId) {}
}
