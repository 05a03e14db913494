package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.SecretString;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartPlanTest {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    private Path folder;

    @Test
    void aServerWithoutSettingsListensOnTheLoopbackAndKeepsItsDataInData() {
        // When
        final StartPlan plan = server(NOTHING, NOTHING);

        // Then
        assertEquals(new ListenAddress("127.0.0.1", 8200), plan.listen());
        assertEquals(Optional.of(Path.of("data").toAbsolutePath()), plan.dataDir());
        assertInstanceOf(LocalPostgres.class, plan.database());
        assertEquals("false", plan.properties().get("leasehold.dev.enabled"));
    }

    @Test
    void theSealKeyLiesBesideTheData() {
        // When
        final StartPlan plan = server(Map.of(StartConfig.DATA_DIR, "/var/lib/leasehold"), NOTHING);

        // Then
        assertEquals("/var/lib/leasehold/seal.key", plan.properties().get("leasehold.barrier.key-file"));
    }

    @Test
    void aSealKeyElsewhereIsLeftThere() {
        // When
        final StartPlan plan = server(NOTHING, Map.of("LEASEHOLD_BARRIER_KEY_FILE", "/keys/seal"));

        // Then
        assertEquals("/keys/seal", plan.properties().get("leasehold.barrier.key-file"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1:1, 2.2.2.2:2, 3.3.3.3, 1.1.1.1",
        ", 2.2.2.2:2, 3.3.3.3, 2.2.2.2",
        ", , 3.3.3.3, 3.3.3.3",
        ", '', , 127.0.0.1"
    })
    void aFlagBeatsTheEnvironmentAndItsOwnNameBeatsTheOneOfQuarkus(
            String flag, String environment, String quarkus, String host) {
        // Given
        final Map<String, String> flags = flag == null ? NOTHING : Map.of(StartConfig.LISTEN_ADDRESS, flag);
        final Map<String, String> variables = new HashMap<>();
        variables.put("LEASEHOLD_LISTEN_ADDRESS", environment == null ? "" : environment);
        variables.put("QUARKUS_HTTP_HOST", quarkus == null ? "" : quarkus);

        // When
        final StartPlan plan = server(flags, variables);

        // Then
        assertEquals(host, plan.listen().host());
        assertEquals(host, plan.properties().get("quarkus.http.host"));
    }

    @Test
    void aConfigurationFileIsReadAndTheEnvironmentBeatsIt() throws IOException {
        // Given
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.properties"),
                "leasehold.data-dir=/from/file\nleasehold.listen-address=9.9.9.9:9\n");

        // When
        final StartPlan plan = server(NOTHING, Map.of("LEASEHOLD_LISTEN_ADDRESS", "2.2.2.2:2"));

        // Then
        assertEquals(Optional.of(Path.of("/from/file")), plan.dataDir());
        assertEquals(new ListenAddress("2.2.2.2", 2), plan.listen());
    }

    @Test
    void aDatabaseUrlSwitchesToThatServer() {
        // Given
        final Map<String, String> environment =
                Map.of("LEASEHOLD_DATABASE_USERNAME", "app", "LEASEHOLD_DATABASE_PASSWORD", "s3cret");

        // When
        final StartPlan plan = server(Map.of(StartConfig.DATABASE_URL_FLAG, "postgresql://db/lease"), environment);

        // Then
        assertEquals(login("db/lease", "app", "s3cret"), login(plan));
    }

    @Test
    void theDatabasesPasswordMayLieInAFile() throws IOException {
        // Given
        final Path file = Files.writeString(folder.resolve("pw"), "from-file\n");

        // When
        final StartPlan plan = server(
                NOTHING,
                Map.of(
                        "LEASEHOLD_DATABASE_URL",
                        "postgresql://app@db/lease",
                        "LEASEHOLD_DATABASE_PASSWORD_FILE",
                        file.toString()));

        // Then
        assertEquals(login("db/lease", "app", "from-file"), login(plan));
    }

    @Test
    void aDatabaseConfiguredForQuarkusIsUsed() {
        // When
        final StartPlan plan = server(
                NOTHING,
                Map.of(
                        "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://db/lease",
                        "QUARKUS_DATASOURCE_USERNAME", "app",
                        "QUARKUS_DATASOURCE_PASSWORD", "s3cret"));

        // Then
        assertEquals(login("db/lease", "app", "s3cret"), login(plan));
    }

    @Test
    void aPasswordInAFlagIsRefusedAndNotRepeated() {
        // Given
        final Map<String, String> flags = Map.of(StartConfig.DATABASE_URL_FLAG, "postgresql://app:s3cret@db/lease");

        // When
        final StartRefused refused = assertThrows(StartRefused.class, () -> server(flags, NOTHING));

        // Then
        assertTrue(refused.getMessage().contains("LEASEHOLD_DATABASE_PASSWORD"), refused.getMessage());
        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }

    @Test
    void aPasswordReachesQuarkusLetterByLetter() {
        // Given
        final String password = "a${b}$c\\d${";
        final DatabaseLogin login = DatabaseLogin.onLoopback(1, "lease", "app", SecretString.of(password));

        // When
        final String seen = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(login.properties(), "login", 1))
                .build()
                .getValue("quarkus.datasource.password", String.class);

        // Then
        assertEquals(password, seen);
    }

    @Test
    void devModeIsSaidInPropertiesAndBringsItsOwnDatabase() {
        // When
        final StartPlan plan = dev(Map.of(StartConfig.DEV_ROOT_TOKEN_ID, "root"), NOTHING);

        // Then
        assertEquals(Optional.empty(), plan.dataDir());
        assertEquals(
                Map.of(
                        "quarkus.http.host", "127.0.0.1",
                        "quarkus.http.port", "8200",
                        "leasehold.aws.sts-endpoint", "http://127.0.0.1:8200",
                        "leasehold.aws.iam-endpoint", "http://127.0.0.1:8200",
                        "leasehold.dev.enabled", "true",
                        "leasehold.dev.root-token-id", "root",
                        "leasehold.sandbox.enabled", "true",
                        "leasehold.barrier.ephemeral-key", "true"),
                plan.properties());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VAULT_", "LEASEHOLD_"})
    void devModeHeedsVaultsVariablesAndItsOwn(String prefix) {
        // When
        final StartPlan plan = dev(
                NOTHING, Map.of(prefix + "DEV_ROOT_TOKEN_ID", "root", prefix + "DEV_LISTEN_ADDRESS", "127.0.0.1:8300"));

        // Then
        assertEquals(8300, plan.listen().port());
        assertEquals("root", plan.properties().get("leasehold.dev.root-token-id"));
    }

    @Test
    void devModeWithoutTheSandboxSaysSo() {
        // When
        final StartPlan plan = dev(Map.of(StartConfig.SANDBOX_ENABLED, "false"), NOTHING);

        // Then
        assertEquals("false", plan.properties().get("leasehold.sandbox.enabled"));
    }

    @Test
    void devModeOnAServersDatabaseIsRefused() {
        // Given
        final Map<String, String> environment = Map.of("LEASEHOLD_DATABASE_URL", "postgresql://db/lease");

        // When, Then
        assertThrows(StartRefused.class, () -> dev(NOTHING, environment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "two words", "$(id)", "a\"b"})
    void aRootTokenThatAShellWouldChangeIsRefused(String token) {
        // Given
        final Map<String, String> flags = Map.of(StartConfig.DEV_ROOT_TOKEN_ID, token);

        // When
        final StartRefused refused = assertThrows(StartRefused.class, () -> dev(flags, NOTHING));

        // Then
        assertFalse(refused.getMessage().contains(token), refused.getMessage());
    }

    private StartPlan server(Map<String, String> flags, Map<String, String> environment) {
        return StartPlan.forServer(StartConfig.of(flags, new Surroundings(NOTHING, environment, folder)));
    }

    private StartPlan dev(Map<String, String> flags, Map<String, String> environment) {
        return StartPlan.forDevMode(StartConfig.of(flags, new Surroundings(NOTHING, environment, folder)));
    }

    private static DatabaseLogin login(StartPlan plan) {
        return assertInstanceOf(ExternalDatabase.class, plan.database()).login();
    }

    private static DatabaseLogin login(String location, String user, String password) {
        return new DatabaseLogin(location, Optional.of(user), Optional.of(SecretString.of(password)));
    }
}
