package io.leasehold.server;

import io.leasehold.logical.SecretString;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A PostgreSQL that the program starts and stops itself, on a free port of the loopback interface, with a password.
 *
 * <p>Either it keeps its data in a folder, or it lives in a temporary one and leaves nothing behind. One process at a
 * time may use a folder. A server that survived a killed program is ended before the next start.
 */
public final class LocalPostgres implements Database {
    private static final int STOP_SECONDS = 60;
    private final PostgresFolder folder;
    private final Durability durability;
    private final SecureRandom random;
    private PostgresHome home;
    private FolderLock lock;
    private EmbeddedPostgres server;

    private LocalPostgres(PostgresFolder folder, Durability durability, SecureRandom random) {
        this.folder = folder;
        this.durability = durability;
        this.random = random;
    }

    /** One that keeps its data in this folder, which is made with mode 0700 if it is missing. */
    public static LocalPostgres keptIn(Path folder, SecureRandom random) {
        return new LocalPostgres(new PostgresFolder.Kept(folder), Durability.KEPT, random);
    }

    /** One in a new folder under {@code parent}, removed at the end; it may lose everything in a crash. */
    public static LocalPostgres thrownAwayUnder(Path parent, SecureRandom random) {
        return new LocalPostgres(new PostgresFolder.Temporary(parent), Durability.THROWN_AWAY, random);
    }

    /** Starts it and waits until it answers, two minutes at most; {@link StartRefused} with the reason if it cannot. */
    @Override
    public synchronized DatabaseLogin open() {
        try {
            home = folder.prepare();
            lock = FolderLock.tryTake(home.root()).orElseThrow(this::inUse);
            requireReadableData();
            PostmasterProcess.find(home.cluster()).ifPresent(PostmasterProcess::end);
            return start(home.password(random));
        } catch (IOException | SQLException e) {
            throw new StartRefused("the database in " + folder + " does not start: " + e.getMessage(), e);
        }
    }

    /** Stops it, waits until its process has ended, gives the folder free and removes it if it was temporary. */
    @Override
    public synchronized void close() {
        if (lock == null) {
            return;
        }
        try {
            stopServer();
            folder.discard(home);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock = null;
        }
    }

    private DatabaseLogin start(SecretString password) throws IOException, SQLException {
        home.beginFirstStart();
        server = new PostgresLauncher(home, durability).launch(password);
        final DatabaseLogin login = new OwnDatabase(server, password).createIfMissing();
        home.endFirstStart();
        return login;
    }

    private void stopServer() throws IOException {
        final Optional<ProcessHandle> process = PostmasterProcess.find(home.cluster());
        if (server != null) {
            server.close();
        }
        // A start that failed half-way leaves a process without a handle.
        process.filter(alive -> server == null || !PostmasterProcess.awaitEnd(alive, STOP_SECONDS))
                .ifPresent(PostmasterProcess::end);
    }

    private void requireReadableData() throws IOException {
        if (home.hasData() && !home.dataVersion().equals(PostgresPrograms.MAJOR_VERSION)) {
            throw new StartRefused("the data in " + home.root() + " was written by PostgreSQL " + home.dataVersion()
                    + ", this build brings " + PostgresPrograms.MAJOR_VERSION
                    + "; dump it with the old build and load it with the new one");
        }
        Files.deleteIfExists(home.startLog());
    }

    private StartRefused inUse() {
        return new StartRefused("the data in " + home.root() + " is in use by " + FolderLock.holder(home.root())
                + "; stop it or choose another folder with -data-dir");
    }
}
