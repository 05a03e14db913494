package io.leasehold.lease;

import io.leasehold.logical.ConfigurationVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reaper's questions: what is due, and what has failed. */
@Singleton
class DueLeaseRepository {
    private final Pool pool;

    DueLeaseRepository(Pool pool) {
        this.pool = pool;
    }

    /** Forgets a batch of due leases that leave nothing at AWS. */
    Uni<Integer> deleteTraceless(Instant now, int limit) {
        return pool.preparedQuery("DELETE FROM lease WHERE id IN (SELECT id FROM lease WHERE due_time <= $1 "
                        + "AND NOT leaves_trace ORDER BY due_time LIMIT $2 FOR UPDATE SKIP LOCKED)")
                .execute(Tuple.of(LeaseRows.utc(now), limit))
                .map(result -> result.rowCount());
    }

    /** Takes a batch of due leases for this node: no other node sees them as due before the given moment. */
    Uni<List<Lease>> claim(Instant now, Instant until, int limit) {
        return pool.preparedQuery(
                        "UPDATE lease SET due_time = $2, expire_time = least(expire_time, $1) WHERE id IN (SELECT id FROM lease "
                                + "WHERE due_time <= $1 AND leaves_trace ORDER BY due_time LIMIT $3 FOR UPDATE SKIP LOCKED) "
                                + "RETURNING " + LeaseRows.COLUMNS)
                .execute(Tuple.of(LeaseRows.utc(now), LeaseRows.utc(until), limit))
                .map(LeaseRows::all);
    }

    /** Writes down a failed attempt and when to try again. */
    Uni<Void> recordFailure(Lease lease, Lease.State state, String error, Instant due) {
        return pool.preparedQuery("UPDATE lease SET attempts = $2, state = $3, revoke_error = $4, due_time = $5 "
                        + "WHERE id = $1")
                .execute(Tuple.of(
                        lease.id(), lease.failures().attempts() + 1, state.wireName(), error, LeaseRows.utc(due)))
                .replaceWithVoid();
    }

    /** Leases that could not be revoked, oldest first. */
    Uni<List<Lease>> listIrrevocable(int limit) {
        return pool.preparedQuery("SELECT " + LeaseRows.COLUMNS
                        + " FROM lease WHERE state = 'irrevocable' ORDER BY issue_time LIMIT $1")
                .execute(Tuple.of(limit))
                .map(LeaseRows::all);
    }

    /** How many leases could not be revoked, by mount accessor. */
    Uni<Map<String, Long>> countIrrevocable() {
        return pool.query("SELECT mount_accessor, count(*) AS leases FROM lease WHERE state = 'irrevocable' "
                        + "GROUP BY mount_accessor ORDER BY mount_accessor")
                .execute()
                .map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.put(row.getString("mount_accessor"), row.getLong("leases")));
                    return counts;
                });
    }

    /** The version of the configuration at this moment, for work that no request began. */
    Uni<ConfigurationVersion> version() {
        return pool.query("SELECT number FROM configuration_version")
                .execute()
                .map(rows -> new ConfigurationVersion(rows.iterator().next().getLong("number")));
    }
}
