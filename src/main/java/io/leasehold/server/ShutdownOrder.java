package io.leasehold.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The database ends after the server that works on it. When the process is told to stop, the system runs all hooks at
 * once; ours waits until Quarkus has ended, so that its last requests still find a database.
 */
final class ShutdownOrder {
    private static final int PATIENCE_SECONDS = 60;
    private final CountDownLatch serverEnded = new CountDownLatch(1);
    private final Database database;
    private volatile boolean begun;

    private ShutdownOrder(Database database) {
        this.database = database;
    }

    /** From now on the database is closed when the process ends, however it is asked to. */
    static ShutdownOrder endLast(Database database) {
        final ShutdownOrder order = new ShutdownOrder(database);
        Runtime.getRuntime().addShutdownHook(new Thread(order::closeDatabase, "database-shutdown"));
        return order;
    }

    /** Whether the process was told to end; then there is no use in starting the server. */
    boolean hasBegun() {
        return begun;
    }

    /** The server has ended, or will not start: nothing needs the database any more. */
    void serverHasEnded() {
        serverEnded.countDown();
    }

    private void closeDatabase() {
        begun = true;
        try {
            serverEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
