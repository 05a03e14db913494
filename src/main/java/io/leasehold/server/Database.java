package io.leasehold.server;

/** The database that the server works on: one of our own, or one that somebody else runs. */
sealed interface Database extends AutoCloseable permits LocalPostgres, ExternalDatabase {
    /** Makes sure that it answers, bringing it up where it is ours; blocks. {@link StartRefused} if it does not. */
    DatabaseLogin open();

    /** Ends it where it is ours; blocks until it is gone. Harmless if it was never opened. */
    @Override
    void close();
}
