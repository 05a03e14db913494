package io.leasehold.testing;

import io.leasehold.server.DatabaseLogin;
import io.leasehold.server.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The database of every Quarkus test, found through {@code META-INF/services}: started once per JVM, empty but for the
 * migrations, gone with the JVM.
 *
 * <p>It is the server's own embedded PostgreSQL. With {@code -Dleasehold.test.postgres-image=postgres:17} it is a
 * container of that image instead.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
    /** Name of an image, its own or compatible with the public {@code postgres}; unset means embedded. */
    private static final String IMAGE = "leasehold.test.postgres-image";
    /** A place of its own: the images of different versions declare different volumes for their data. */
    private static final String CONTAINER_DATA = "/pgdata";

    /**
     * Prefix under which the first start leaves its answer. A static field would not do: Quarkus loads this class anew
     * for each application that it starts in the JVM.
     */
    private static final String SHARED = "leasehold.test.shared.";

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            if (shared().isEmpty()) {
                startOnce().forEach((name, value) -> System.setProperty(SHARED + name, value));
            }
            return shared();
        }
    }

    @Override
    public void stop() {
        // The next application in this JVM uses the same database; the shutdown hook ends it.
    }

    private static Map<String, String> shared() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SHARED))
                .collect(Collectors.toMap(name -> name.substring(SHARED.length()), System::getProperty));
    }

    private static Map<String, String> startOnce() {
        final String image = System.getProperty(IMAGE, "");
        return image.isBlank() ? embedded() : container(image);
    }

    private static Map<String, String> embedded() {
        final LocalPostgres postgres = LocalPostgres.thrownAwayUnder(fastFolder(), new SecureRandom());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "test-database-shutdown"));
        final DatabaseLogin login = postgres.open();
        return login.properties();
    }

    /** Memory if there is a file system in memory: starting and stopping is then a matter of half a second. */
    private static Path fastFolder() {
        final Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @SuppressWarnings("resource") // Testcontainers removes the container when the JVM ends.
    private static Map<String, String> container(String image) {
        final PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withTmpFs(Map.of(CONTAINER_DATA, "rw"))
                .withEnv("PGDATA", CONTAINER_DATA)
                .withEnv("POSTGRES_INITDB_ARGS", "--no-sync");
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "test-container-shutdown"));
        container.start();
        final String location = container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
                + "/" + container.getDatabaseName();
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://" + location,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + location,
                "quarkus.datasource.username",
                container.getUsername(),
                "quarkus.datasource.password",
                container.getPassword());
    }
}
