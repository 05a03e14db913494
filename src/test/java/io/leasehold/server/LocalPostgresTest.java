package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.SecretString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir(factory = InMemoryFolder.class)
    private Path parent;

    @Test
    void keptDataIsDurableClosedToOthersAndThereAtTheNextStart() throws Exception {
        // Given
        final Path folder = parent.resolve("postgres");
        try (LocalPostgres first = LocalPostgres.keptIn(folder, new SecureRandom())) {
            final DatabaseLogin login = first.open();
            execute(login, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertEquals(
                    List.of("on", "on", "on", "", "127.0.0.1", "scram-sha-256"),
                    settings(
                            asSuperuser(login),
                            "fsync",
                            "synchronous_commit",
                            "full_page_writes",
                            "unix_socket_directories",
                            "listen_addresses",
                            "password_encryption"));
            assertEquals("rwx------", mode(folder));
            assertEquals("rwx------", mode(folder.resolve("programs")));
            assertEquals("rw-------", mode(folder.resolve("password")));
        }

        // When
        try (LocalPostgres second = LocalPostgres.keptIn(folder, new SecureRandom())) {
            final DatabaseLogin login = second.open();

            // Then
            assertEquals(List.of("42"), column(login, "SELECT answer FROM kept"));
        }
    }

    @Test
    void nobodyGetsInWithoutThePasswordAndTheProgramIsNoSuperuser() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.thrownAwayUnder(parent, new SecureRandom())) {
            // Given
            final DatabaseLogin login = postgres.open();

            // When, Then
            for (final String user : List.of("leasehold", "postgres")) {
                for (final String password : List.of("", user, "wrong")) {
                    assertThrows(
                            SQLException.class, () -> DriverManager.getConnection(login.jdbcUrl(), user, password));
                }
            }
            assertEquals(List.of("off"), settings(login, "is_superuser"));
        }
    }

    @Test
    void aFolderInUseIsRefusedAndItsUserNamed() throws IOException {
        // Given
        final Path folder = Files.createDirectory(parent.resolve("postgres"));
        final FolderLock held = FolderLock.tryTake(folder).orElseThrow();
        try (LocalPostgres second = LocalPostgres.keptIn(folder, new SecureRandom())) {
            // When
            final StartRefused refused = assertThrows(StartRefused.class, second::open);

            // Then
            final String user = "in use by process " + ProcessHandle.current().pid();
            assertTrue(refused.getMessage().contains(user), refused.getMessage());
        } finally {
            held.close();
        }
    }

    @Test
    void whatIsThrownAwayLeavesNeitherFilesNorProcesses() throws IOException {
        // Given
        final LocalPostgres postgres = LocalPostgres.thrownAwayUnder(parent, new SecureRandom());
        postgres.open();
        final ProcessHandle process =
                PostmasterProcess.find(onlyFolder().resolve("cluster")).orElseThrow();

        // When
        postgres.close();

        // Then
        assertFalse(process.isAlive());
        assertTrue(isEmpty(parent));
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedBeforeAnythingTouchesIt() throws IOException {
        // Given
        final Path cluster = Files.createDirectories(parent.resolve("postgres/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17\n");
        try (LocalPostgres postgres = LocalPostgres.keptIn(parent.resolve("postgres"), new SecureRandom())) {
            // When
            final StartRefused refused = assertThrows(StartRefused.class, postgres::open);

            // Then
            assertTrue(refused.getMessage().contains("written by PostgreSQL 17"), refused.getMessage());
        }
    }

    @Test
    void dataWithoutItsPasswordIsRefusedRatherThanOvertaken() throws IOException {
        // Given
        final Path cluster = Files.createDirectories(parent.resolve("postgres/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        try (LocalPostgres postgres = LocalPostgres.keptIn(parent.resolve("postgres"), new SecureRandom())) {
            // When
            final StartRefused refused = assertThrows(StartRefused.class, postgres::open);

            // Then
            assertTrue(refused.getMessage().contains("password is missing"), refused.getMessage());
        }
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAnew() throws Exception {
        // Given
        final PostgresHome home = PostgresHome.in(parent.resolve("postgres"));
        home.password(new SecureRandom());
        home.beginFirstStart();
        Files.createDirectories(home.cluster().resolve("base"));
        Files.writeString(home.cluster().resolve("PG_VERSION"), "18\n");
        Files.writeString(home.cluster().resolve("postgresql.conf"), "");

        // When
        try (LocalPostgres postgres = LocalPostgres.keptIn(home.root(), new SecureRandom())) {
            final DatabaseLogin login = postgres.open();

            // Then
            assertEquals(List.of("1"), column(login, "SELECT 1"));
        }
    }

    @Test
    void aFinishedFirstStartIsNeverBegunAnew() throws IOException {
        // Given
        final PostgresHome home = PostgresHome.in(parent.resolve("postgres"));
        home.beginFirstStart();
        Files.createDirectories(home.cluster());
        Files.writeString(home.cluster().resolve("PG_VERSION"), "18\n");
        home.endFirstStart();

        // When
        home.beginFirstStart();

        // Then
        assertTrue(home.hasData());
    }

    @Test
    void aProcessThatMerelyHasTheNumberIsLeftAlone() throws IOException {
        // Given
        final Path cluster = Files.createDirectories(parent.resolve("cluster"));
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");

        // When, Then
        assertTrue(PostmasterProcess.find(cluster).isEmpty());
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.findFirst().orElseThrow().toRealPath();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> settings(DatabaseLogin login, String... names) throws SQLException {
        final List<String> values = new ArrayList<>();
        for (final String name : names) {
            values.addAll(column(login, "SHOW " + name));
        }
        return values;
    }

    private static List<String> column(DatabaseLogin login, String query) throws SQLException {
        try (Connection connection = connect(login);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            final List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static DatabaseLogin asSuperuser(DatabaseLogin login) {
        return new DatabaseLogin(login.location(), Optional.of("postgres"), login.password());
    }

    private static void execute(DatabaseLogin login, String statement) throws SQLException {
        try (Connection connection = connect(login)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(
                login.jdbcUrl(),
                login.username().orElseThrow(),
                login.password().map(SecretString::reveal).orElseThrow());
    }
}
