package io.leasehold.lease;

import io.leasehold.logical.StoredUndo;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Turns leases into rows and back. */
final class LeaseRows {
    static final String COLUMNS = "id, mount_accessor, token_hash, state, issue_time, expire_time, last_renewal, "
            + "renewable, undo_kind, undo_facts, leaves_trace, due_time, attempts, revoke_error";
    static final String INSERT = "INSERT INTO lease (id, mount_accessor, token_hash, state, issue_time, expire_time, "
            + "renewable, undo_kind, undo_facts, leaves_trace, due_time) "
            + "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 "
            + "WHERE EXISTS (SELECT 1 FROM mount WHERE accessor = $2 AND NOT tainted) "
            + "AND EXISTS (SELECT 1 FROM token WHERE hash = $3)";

    private LeaseRows() {}

    static Tuple toTuple(Lease lease, Instant due) {
        return Tuple.tuple()
                .addValue(lease.id())
                .addValue(lease.owner().mountAccessor())
                .addValue(lease.owner().tokenHash())
                .addValue(lease.state().wireName())
                .addValue(utc(lease.times().issueTime()))
                .addValue(utc(lease.times().expireTime()))
                .addValue(lease.renewable())
                .addValue(lease.undo().kind())
                .addValue(new JsonObject(new LinkedHashMap<>(lease.undo().facts())))
                .addValue(lease.leavesTrace())
                .addValue(utc(due));
    }

    static Optional<Lease> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(toLease(rows.iterator().next()));
    }

    static List<Lease> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LeaseRows::toLease)
                .toList();
    }

    private static Lease toLease(Row row) {
        String error = row.getString("revoke_error");
        return new Lease(
                row.getString("id"),
                new Lease.Owner(row.getString("mount_accessor"), row.getString("token_hash")),
                Lease.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                times(row),
                row.getBoolean("renewable"),
                new StoredUndo(row.getString("undo_kind"), facts(row.getJsonObject("undo_facts"))),
                row.getBoolean("leaves_trace"),
                new Lease.Failures(row.getInteger("attempts"), error == null ? "" : error));
    }

    private static Lease.Times times(Row row) {
        return new Lease.Times(
                row.getOffsetDateTime("issue_time").toInstant(),
                row.getOffsetDateTime("expire_time").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("last_renewal")).map(OffsetDateTime::toInstant));
    }

    private static Map<String, String> facts(JsonObject object) {
        Map<String, String> facts = new LinkedHashMap<>();
        object.forEach(entry -> facts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return facts;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
