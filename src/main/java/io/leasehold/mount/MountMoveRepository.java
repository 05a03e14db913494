package io.leasehold.mount;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moves at rest: each row is a job that any node may carry out. */
@Singleton
class MountMoveRepository {
    private static final String COLUMNS = "id, source, target, status";
    private final Pool pool;

    MountMoveRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(MountMove move, Instant started) {
        return pool.preparedQuery("INSERT INTO mount_move (" + COLUMNS + ", started) VALUES ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        move.id(), move.source(), move.target(), move.status(), started.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Optional<MountMove>> find(String id) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM mount_move WHERE id = $1")
                .execute(Tuple.of(id))
                .map(MountMoveRepository::first);
    }

    /** The oldest move that nobody has finished. */
    Uni<Optional<MountMove>> findUnfinished() {
        return pool.query(
                        "SELECT " + COLUMNS + " FROM mount_move WHERE status = 'in-progress' ORDER BY started LIMIT 1")
                .execute()
                .map(MountMoveRepository::first);
    }

    Uni<Void> finish(String id, String status) {
        return pool.preparedQuery("UPDATE mount_move SET status = $2 WHERE id = $1")
                .execute(Tuple.of(id, status))
                .replaceWithVoid();
    }

    private static Optional<MountMove> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(toMove(rows.iterator().next()));
    }

    private static MountMove toMove(Row row) {
        return new MountMove(
                row.getString("id"), row.getString("source"), row.getString("target"), row.getString("status"));
    }
}
