package io.leasehold.server;

import java.time.Duration;
import java.util.Map;

/**
 * What a PostgreSQL of ours promises about its data, as server settings.
 *
 * @see <a href="https://www.postgresql.org/docs/18/runtime-config.html">PostgreSQL server configuration</a>
 */
enum Durability {
    /** What was answered is on the disk, and survives a crash of the program and of the machine. */
    KEPT(
            Duration.ofMinutes(2),
            Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "full_page_writes", "on",
                    // Seven files, one per day of the week, each begun anew: logs of a bounded size.
                    "logging_collector", "on",
                    "log_filename", "postgresql-%a.log",
                    "log_rotation_age", "1d",
                    "log_rotation_size", "0",
                    "log_truncate_on_rotation", "on")),
    /** Gone at the end anyway, so nothing waits for the disk. */
    THROWN_AWAY(
            Duration.ofSeconds(30),
            Map.of(
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off"));

    /** Loopback and password only; sized for short inserts and deletes by a small pool of connections. */
    static final Map<String, String> COMMON = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "''",
            "max_connections", "100",
            "shared_buffers", "128MB",
            // Leases come and go: rows die all the time, and a table must not grow by waiting for a fifth of it.
            "autovacuum_naptime", "15s",
            "autovacuum_vacuum_scale_factor", "0.05",
            // Compiling pays for long analytical queries, and there are none.
            "jit", "off");

    private final Duration startLimit;
    private final Map<String, String> settings;

    Durability(Duration startLimit, Map<String, String> settings) {
        this.startLimit = startLimit;
        this.settings = settings;
    }

    /** How long a start may take; after a crash the log of changes is played again first. */
    Duration startLimit() {
        return startLimit;
    }

    Map<String, String> settings() {
        return settings;
    }
}
