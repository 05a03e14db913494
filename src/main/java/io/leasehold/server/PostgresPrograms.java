package io.leasehold.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/** The PostgreSQL programs on the class path, for this system and processor; refuses where there are none. */
final class PostgresPrograms implements PgBinaryResolver {
    /** The major version that this build brings; data of another one cannot be read. */
    static final String MAJOR_VERSION = "18";

    @Override
    public InputStream getPgBinary(String system, String processor) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "this build brings no PostgreSQL for " + system + " on " + processor
                            + "; run one yourself and name it with -database-url",
                    e);
        }
    }
}
