package io.leasehold.mount;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Field;
import io.leasehold.logical.Guard;
import io.leasehold.logical.Ids;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.SystemPath;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code sys/remount}: queue the move of a mount, and say how far it is. */
@Singleton
class RemountPath implements SystemPath {
    private static final Field<String> FROM = Field.string("from", "Path of the mount to move.");
    private static final Field<String> TO = Field.string("to", "Path to move it to.");
    private static final String QUEUED = "Mount move has been queued. Progress will be reported in Leasehold's server "
            + "log, tagged with the returned migration_id";

    private final Mounts mounts;
    private final MountMoveRepository moves;
    private final Ids ids;
    private final Clock clock;

    RemountPath(Mounts mounts, MountMoveRepository moves, Ids ids, Clock clock) {
        this.mounts = mounts;
        this.moves = moves;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<EnginePath.Definition> definitions() {
        return List.of(
                EnginePath.Definition.at("remount")
                        .guardedBy(Guard.SUDO)
                        .understands(FROM, TO)
                        .on(Operation.UPDATE, this::queue)
                        .help("Move a mount to another path. Leases under the old path are revoked."),
                EnginePath.Definition.at("remount/status/{migration_id}")
                        .guardedBy(Guard.TOKEN)
                        .on(Operation.READ, this::status)
                        .help("How far a queued move is: in-progress, success or failure."));
    }

    private Uni<LogicalResponse> queue(PathRequest request) {
        MountMove move = new MountMove(ids.uuid(), path(request, FROM), path(request, TO), "in-progress");
        return mounts.now()
                .invoke(table -> requireMovable(table, move))
                .chain(() -> moves.insert(move, clock.instant()))
                .map(done -> new LogicalResponse.TopLevelData(Map.of("migration_id", move.id()), List.of(QUEUED)));
    }

    private static String path(PathRequest request, Field<String> field) {
        String path = request.values().getOr(field, "");
        if (path.isEmpty()) {
            throw VaultException.invalid("both 'from' and 'to' path must be specified as a string");
        }
        return MountPaths.normalise(path);
    }

    private static void requireMovable(MountTable table, MountMove move) {
        if (MountPaths.isBuiltIn(move.source())) {
            throw VaultException.invalid("cannot remount \"" + move.source() + "\"");
        }
        if (MountPaths.isReserved(move.target())) {
            throw VaultException.invalid("cannot remount to destination " + move.target());
        }
        if (table.findAt(move.source()).isEmpty()) {
            throw VaultException.invalid("no matching mount at \"" + move.source() + "\"");
        }
        if (table.findCollision(move.target()).isPresent()) {
            throw VaultException.invalid("path already in use at \"" + move.target() + "\"");
        }
    }

    private Uni<LogicalResponse> status(PathRequest request) {
        return moves.find(request.captured("migration_id"))
                .map(found -> found.map(RemountPath::show).orElseThrow(VaultException::notFound));
    }

    private static LogicalResponse show(MountMove move) {
        Map<String, String> info =
                Map.of("source_mount", move.source(), "target_mount", move.target(), "status", move.status());
        return LogicalResponse.data(Map.of("migration_id", move.id(), "migration_info", info));
    }
}
