package io.leasehold.lease;

import io.leasehold.logical.Field;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.Optional;

/** What the lease paths understand. */
final class LeaseFields {
    static final Field<String> LEASE_ID = Field.string("lease_id", "Id of the lease, in the body or the path.");
    static final Field<Duration> INCREMENT =
            Field.duration("increment", "Wished time from now, in seconds or as a duration; 0 for the usual one.");
    static final Field<Boolean> SYNC = Field.bool("sync", "Whether to answer only when it is done; true by default.");
    static final String URL_LEASE_ID = "url_lease_id";

    private LeaseFields() {}

    /**
     * The id from the body, else from the path.
     *
     * @throws VaultException 400 when there is none
     */
    static String leaseId(PathRequest request) {
        return Optional.of(request.values().getOr(LEASE_ID, ""))
                .filter(id -> !id.isEmpty())
                .or(() -> Optional.ofNullable(request.captures().get(URL_LEASE_ID)))
                .orElseThrow(() -> VaultException.invalid("lease_id must be specified"));
    }
}
