package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessIT {
    private static final Logger LOG = Logger.getLogger(ServerProcessIT.class);

    @TempDir
    private Path folder;

    @Test
    void aServerKeepsItsDataThroughAStopAndThroughAKill() throws Exception {
        // Given
        try (ServerProcess first = ServerProcess.start(folder)) {
            report("first start", first.awaitAnswer());
            assertEquals("rwx------", mode(folder.resolve("data")));
            execute("CREATE TABLE kept AS SELECT 'before the kill' AS fact");
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url(), "postgres", ""));
            first.kill();
        }
        final ProcessHandle survivor = postgres().orElseThrow();

        // When
        try (ServerProcess second = ServerProcess.start(folder)) {
            report("start after a kill", second.awaitAnswer());

            // Then
            assertFalse(survivor.isAlive());
            assertEquals("before the kill", query("SELECT fact FROM kept"));
            assertEquals(143, second.terminate());
            assertTrue(postgres().isEmpty());
            // PostgreSQL says so of each connection that it finds when it stops: the server has to be gone by then.
            assertFalse(databaseLog().contains("terminating connection"), databaseLog());
        }
        try (ServerProcess third = ServerProcess.start(folder)) {
            report("start after a stop", third.awaitAnswer());
            assertEquals("before the kill", query("SELECT fact FROM kept"));
        }
        assertTrue(postgres().isEmpty());
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        // Given
        try (ServerProcess first = ServerProcess.start(folder)) {
            first.awaitAnswer();

            // When
            try (ServerProcess second = ServerProcess.start(folder)) {
                // Then
                assertEquals(1, second.awaitExit());
                assertEquals(
                        List.of("leasehold: the data in " + home().root() + " is in use by process " + first.id()
                                + "; stop it or choose another folder with -data-dir"),
                        second.err().lines().toList());
            }
            assertEquals("1", query("SELECT 1"));
        }
    }

    @Test
    void devModeLeavesNothingBehind() throws Exception {
        // Given
        final int port = ServerProcess.freePort();
        try (ServerProcess dev = ServerProcess.start(
                folder, port, Map.of(), "-dev", "-dev-listen-address=127.0.0.1:" + port, "-dev-root-token-id=t0p")) {
            report("dev mode", dev.awaitAnswer());
            assertFalse(entries(folder.resolve("tmp")).isEmpty());

            // When
            dev.terminate();

            // Then
            assertEquals(List.of(), entries(folder.resolve("tmp")));
            assertFalse(Files.exists(folder.resolve("data")));
        }
    }

    @Test
    void devModeCleansUpAfterAKilledOne() throws Exception {
        // Given
        try (ServerProcess killed = dev()) {
            killed.awaitAnswer();
            killed.kill();
        }
        final PostgresHome abandoned =
                new PostgresHome(entries(folder.resolve("tmp")).get(0).toRealPath());
        final ProcessHandle survivor =
                PostmasterProcess.find(abandoned.cluster()).orElseThrow();

        // When
        try (ServerProcess next = dev()) {
            next.awaitAnswer();

            // Then
            assertFalse(survivor.isAlive());
            assertFalse(Files.exists(abandoned.root()));
        }
    }

    @Test
    void aPortInUseCostsOneLineAndNoDatabase() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            final String address = "127.0.0.1:" + other.getLocalPort();

            // When
            try (ServerProcess server =
                    ServerProcess.start(folder, other.getLocalPort(), Map.of(), "-listen-address=" + address)) {
                // Then
                assertEquals(1, server.awaitExit());
                assertEquals(1, server.err().lines().count(), server.err());
                assertTrue(server.err().startsWith("leasehold: " + address + " is in use"), server.err());
                assertFalse(Files.exists(folder.resolve("data")));
            }
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerCostsOneLineWithoutItsPassword() throws Exception {
        // Given
        final Map<String, String> environment = Map.of(
                "LEASEHOLD_DATABASE_URL", "postgresql://127.0.0.1:1/lease",
                "LEASEHOLD_DATABASE_USERNAME", "app",
                "LEASEHOLD_DATABASE_PASSWORD", "s3cret");
        final int port = ServerProcess.freePort();

        // When
        try (ServerProcess server =
                ServerProcess.start(folder, port, environment, "-listen-address=127.0.0.1:" + port)) {
            // Then
            assertNotEquals(0, server.awaitExit());
            assertEquals(1, server.err().lines().count(), server.err());
            assertTrue(server.err().contains("127.0.0.1:1/lease does not answer"), server.err());
            assertFalse((server.out() + server.err()).contains("s3cret"));
        }
    }

    @Test
    void aServerWorksOnADatabaseThatSomebodyElseRuns() throws Exception {
        // Given
        try (LocalPostgres somebodys = LocalPostgres.thrownAwayUnder(folder.toRealPath(), new SecureRandom())) {
            final DatabaseLogin login = somebodys.open();
            final Path password = Files.writeString(
                    folder.resolve("pw"), login.password().orElseThrow().reveal());
            final int port = ServerProcess.freePort();

            // When
            try (ServerProcess server = ServerProcess.start(
                    folder,
                    port,
                    Map.of(
                            "LEASEHOLD_DATABASE_PASSWORD_FILE",
                            password.toString(),
                            "LEASEHOLD_DATABASE_USERNAME",
                            "leasehold"),
                    "-database-url=" + login.reactiveUrl(),
                    "-listen-address=127.0.0.1:" + port)) {
                // Then
                report("start on a running database", server.awaitAnswer());
                assertFalse(Files.exists(folder.resolve("data/postgres")));
            }
        }
    }

    private ServerProcess dev() throws IOException {
        final int port = ServerProcess.freePort();
        return ServerProcess.start(folder, port, Map.of(), "-dev", "-dev-listen-address=127.0.0.1:" + port);
    }

    private PostgresHome home() throws IOException {
        return new PostgresHome(folder.resolve("data/postgres").toRealPath());
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        return PostmasterProcess.find(home().cluster());
    }

    private String databaseLog() throws IOException {
        try (DirectoryStream<Path> logs =
                Files.newDirectoryStream(home().cluster().resolve("log"))) {
            final StringBuilder text = new StringBuilder();
            for (final Path log : logs) {
                text.append(Files.readString(log));
            }
            return text.toString();
        }
    }

    /** The port is the fourth line of the file that PostgreSQL keeps about itself. */
    private String url() throws IOException {
        final String port =
                Files.readAllLines(home().cluster().resolve("postmaster.pid")).get(3);
        return "jdbc:postgresql://127.0.0.1:" + port + "/leasehold";
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                url(), "leasehold", Files.readString(home().passwordFile()).strip());
    }

    private void execute(String statement) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private String query(String question) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement work = connection.createStatement();
                ResultSet rows = work.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("leasehold-"))
                    .toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void report(String what, Duration time) {
        LOG.infof("%s: first answer after %d ms", what, time.toMillis());
    }
}
