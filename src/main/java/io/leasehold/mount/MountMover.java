package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.VaultException;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Carries out queued moves: taint, revoke the leases, change the path. Safe to repeat and to run on two nodes. */
@Singleton
class MountMover {
    private final MountMoveRepository moves;
    private final MountRepository repository;
    private final Mounts mounts;
    private final MountLifecycle lifecycle;

    MountMover(MountMoveRepository moves, MountRepository repository, Mounts mounts, MountLifecycle lifecycle) {
        this.moves = moves;
        this.repository = repository;
        this.mounts = mounts;
        this.lifecycle = lifecycle;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> carryOutNext() {
        return moves.findUnfinished()
                .chain(found -> found.map(this::carryOut)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> carryOut(MountMove move) {
        return mounts.now()
                .chain(table -> move(table.findAt(move.source()), move))
                .chain(() -> moves.finish(move.id(), "success"))
                .onFailure()
                .recoverWithUni(failure -> fail(move, failure));
    }

    private Uni<Void> move(Optional<Mount> source, MountMove move) {
        return source.map(mount -> repository
                        .change(mount.accessor(), MountLifecycle::taint)
                        .chain(repository::version)
                        .chain(version -> release(mount, version))
                        .chain(() -> repository.change(
                                mount.accessor(), row -> MountLifecycle.withTaint(row, move.target(), false))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> release(Mount mount, ConfigurationVersion version) {
        return lifecycle.release(mount.toMountPoint(version));
    }

    private Uni<Void> fail(MountMove move, Throwable failure) {
        Log.warnf("moving mount %s to %s failed: %s", move.source(), move.target(), VaultException.textOf(failure));
        return mounts.now()
                .chain(table -> table.findAt(move.source())
                        .map(mount -> repository.change(
                                mount.accessor(), row -> MountLifecycle.withTaint(row, row.path(), false)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> moves.finish(move.id(), "failure"));
    }
}
