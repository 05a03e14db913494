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
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Turns leases into rows and back. */
final class LeaseRows {
    static final String COLUMNS = "id, mount_accessor, token_hash, state, issue_time, expire_time, last_renewal, "
            + "renewable, undo_kind, undo_facts, leaves_trace, due_time, attempts, revoke_error";
    private static final String UNNEST =
            "INSERT INTO lease (id, mount_accessor, token_hash, state, issue_time, expire_time, "
                    + "renewable, undo_kind, undo_facts, leaves_trace, due_time) "
                    + "SELECT n.id, n.mount, n.token, n.state, n.issued, n.ends, n.renewable, n.kind, n.facts::jsonb, n.trace, "
                    + "n.due FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], "
                    + "$7::boolean[], $8::text[], $9::text[], $10::boolean[], $11::timestamptz[]) "
                    + "AS n(id, mount, token, state, issued, ends, renewable, kind, facts, trace, due) ";
    static final String INSERT = UNNEST
            + "WHERE EXISTS (SELECT 1 FROM mount WHERE accessor = n.mount AND NOT tainted) "
            + "AND EXISTS (SELECT 1 FROM token WHERE hash = n.token FOR KEY SHARE) RETURNING id";
    static final String PUT_BACK = UNNEST + "ON CONFLICT (id) DO NOTHING";

    private LeaseRows() {}

    static Tuple toTuple(List<NewLease> leases) {
        return Tuple.tuple()
                .addArrayOfString(texts(leases, Lease::id))
                .addArrayOfString(texts(leases, lease -> lease.owner().mountAccessor()))
                .addArrayOfString(texts(leases, lease -> lease.owner().tokenHash()))
                .addArrayOfString(texts(leases, lease -> lease.state().wireName()))
                .addArrayOfOffsetDateTime(
                        times(leases, lease -> lease.lease().times().issueTime()))
                .addArrayOfOffsetDateTime(
                        times(leases, lease -> lease.lease().times().expireTime()))
                .addArrayOfBoolean(flags(leases, Lease::renewable))
                .addArrayOfString(texts(leases, lease -> lease.undo().kind()))
                .addArrayOfString(texts(leases, lease -> facts(lease.undo())))
                .addArrayOfBoolean(flags(leases, Lease::leavesTrace))
                .addArrayOfOffsetDateTime(times(leases, NewLease::due));
    }

    private static String[] texts(List<NewLease> leases, Function<Lease, String> column) {
        return leases.stream().map(NewLease::lease).map(column).toArray(String[]::new);
    }

    private static Boolean[] flags(List<NewLease> leases, Function<Lease, Boolean> column) {
        return leases.stream().map(NewLease::lease).map(column).toArray(Boolean[]::new);
    }

    private static OffsetDateTime[] times(List<NewLease> leases, Function<NewLease, Instant> column) {
        return leases.stream().map(column).map(LeaseRows::utc).toArray(OffsetDateTime[]::new);
    }

    private static String facts(StoredUndo undo) {
        return new JsonObject(new LinkedHashMap<>(undo.facts())).encode();
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

    /** A lease about to be stored, and when the reaper must look at it. */
    record NewLease(Lease lease, Instant due) {}
}
