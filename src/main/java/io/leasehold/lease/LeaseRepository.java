package io.leasehold.lease;

import io.leasehold.lease.LeaseRows.NewLease;
import io.leasehold.store.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leases at rest, one named method per question. Plain SQL: one statement is one transaction. New leases that arrive at
 * the same time share a statement, and so its write to the disk.
 */
@Singleton
class LeaseRepository {
    private static final String SELECT = "SELECT " + LeaseRows.COLUMNS + " FROM lease ";
    private static final String INSIDE = "id >= $1 AND id < $2 ";
    private static final int INSERT_LANES = 2;
    private static final int MOST_INSERTS = 200;
    private final Pool pool;
    private final Gathering<NewLease, Boolean> inserts = new Gathering<>(INSERT_LANES, MOST_INSERTS, this::insertAll);

    LeaseRepository(Pool pool) {
        this.pool = pool;
    }

    /** Stores a new lease that the reaper looks at when due; false when its mount or its token is gone or going. */
    Uni<Boolean> insert(Lease lease, Instant due) {
        return inserts.ask(new NewLease(lease, due));
    }

    private Uni<List<Boolean>> insertAll(List<NewLease> leases) {
        return pool.preparedQuery(LeaseRows.INSERT)
                .execute(LeaseRows.toTuple(leases))
                .map(LeaseRepository::ids)
                .map(stored -> leases.stream()
                        .map(lease -> stored.contains(lease.lease().id()))
                        .toList());
    }

    private static Set<String> ids(RowSet<Row> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getString("id")));
        return ids;
    }

    /** Puts a lease that was given up back on record, whatever has become of its mount and its token. */
    Uni<Void> putBack(Lease lease, Instant due) {
        return pool.preparedQuery(LeaseRows.PUT_BACK)
                .execute(LeaseRows.toTuple(List.of(new NewLease(lease, due))))
                .replaceWithVoid();
    }

    /** Makes a pending lease active; false when it has been revoked meanwhile. */
    Uni<Boolean> activate(String id, Instant now, Instant expireTime) {
        return count(
                        "UPDATE lease SET state = 'active', expire_time = $3, due_time = $3 "
                                + "WHERE id = $1 AND state = 'pending' AND expire_time > $2",
                        Tuple.of(id, LeaseRows.utc(now), LeaseRows.utc(expireTime)))
                .map(rows -> rows == 1);
    }

    Uni<Optional<Lease>> find(String id) {
        return pool.preparedQuery(SELECT + "WHERE id = $1")
                .execute(Tuple.of(id))
                .map(LeaseRows::first);
    }

    /** Moves the end of an active lease; false when it has ended or is being revoked. */
    Uni<Boolean> renew(String id, Instant now, Instant expireTime) {
        return count(
                        "UPDATE lease SET expire_time = $3, due_time = $3, last_renewal = $2 "
                                + "WHERE id = $1 AND state = 'active' AND expire_time > $2",
                        Tuple.of(id, LeaseRows.utc(now), LeaseRows.utc(expireTime)))
                .map(rows -> rows == 1);
    }

    Uni<Void> delete(String id) {
        return count("DELETE FROM lease WHERE id = $1", Tuple.of(id)).replaceWithVoid();
    }

    /** Ends a lease now and hands it to the reaper. */
    Uni<Void> expireNow(String id, Instant now) {
        return count(
                        "UPDATE lease SET expire_time = least(expire_time, $2), due_time = $2 WHERE id = $1",
                        Tuple.of(id, LeaseRows.utc(now)))
                .replaceWithVoid();
    }

    /** Ends all leases of a directory now and hands them to the reaper. */
    Uni<Void> expireInside(LeasePrefix prefix, Instant now) {
        return count(
                        "UPDATE lease SET expire_time = least(expire_time, $3), due_time = $3 WHERE " + INSIDE,
                        Tuple.of(prefix.from(), prefix.to(), LeaseRows.utc(now)))
                .replaceWithVoid();
    }

    /** Forgets those leases of a directory that leave nothing at AWS. */
    Uni<Void> deleteTracelessInside(LeasePrefix prefix) {
        return count("DELETE FROM lease WHERE NOT leaves_trace AND " + INSIDE, Tuple.of(prefix.from(), prefix.to()))
                .replaceWithVoid();
    }

    /** The first leases of a directory after an id, in order. */
    Uni<List<Lease>> listInside(LeasePrefix prefix, String after, int limit) {
        return pool.preparedQuery(SELECT + "WHERE " + INSIDE + "AND id > $3 ORDER BY id LIMIT $4")
                .execute(Tuple.of(prefix.from(), prefix.to(), after, limit))
                .map(LeaseRows::all);
    }

    /** The next components of the ids in a directory; those with more behind them end in a slash. */
    Uni<List<String>> listChildren(LeasePrefix prefix) {
        String rest = "substr(id, length($1) + 1)";
        String sql =
                "SELECT DISTINCT CASE WHEN strpos(rest, '/') > 0 THEN split_part(rest, '/', 1) || '/' ELSE rest END"
                        + " AS child FROM (SELECT " + rest + " AS rest FROM lease WHERE " + INSIDE
                        + ") inside ORDER BY child";
        return pool.preparedQuery(sql)
                .execute(Tuple.of(prefix.from(), prefix.to()))
                .map(rows -> {
                    List<String> children = new java.util.ArrayList<>();
                    rows.forEach(row -> children.add(row.getString("child")));
                    return children;
                });
    }

    private Uni<Integer> count(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(result -> result.rowCount());
    }
}
