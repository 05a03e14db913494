package io.leasehold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a PostgreSQL of ours lives, and what becomes of the place when it has ended. */
sealed interface PostgresFolder {
    /** Makes the folder ready for use. */
    PostgresHome prepare() throws IOException;

    /** Called when the server has ended, with the lock still held. */
    void discard(PostgresHome home) throws IOException;

    /** A folder that stays. */
    record Kept(Path path) implements PostgresFolder {
        @Override
        public PostgresHome prepare() throws IOException {
            return PostgresHome.in(path);
        }

        @Override
        public void discard(PostgresHome home) {
            // The data is the reason for this folder.
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A new folder under another one, for one run. */
    record Temporary(Path parent) implements PostgresFolder {
        static final String PREFIX = "leasehold-";

        @Override
        public PostgresHome prepare() throws IOException {
            final Path fresh = Files.createTempDirectory(parent, PREFIX);
            new AbandonedFolders(parent, Files.getOwner(fresh)).removeAll();
            return PostgresHome.in(fresh);
        }

        @Override
        public void discard(PostgresHome home) throws IOException {
            AbandonedFolders.remove(home.root());
        }

        @Override
        public String toString() {
            return "a temporary folder under " + parent;
        }
    }
}
