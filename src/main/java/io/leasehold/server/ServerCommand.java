package io.leasehold.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code server}: flags in Vault's spelling, with one dash or with two.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/commands/server">vault server</a>
 */
@Command(
        name = "server",
        description = "Start the server. What is not given is taken from the environment, then from "
                + "config/application.properties.",
        versionProvider = LeaseholdVersion.class,
        exitCodeOnInvalidInput = UsageErrors.EXIT_CODE,
        sortOptions = false,
        footer = {
            "",
            "The database's user and password are taken from LEASEHOLD_DATABASE_USERNAME and",
            "LEASEHOLD_DATABASE_PASSWORD or LEASEHOLD_DATABASE_PASSWORD_FILE, never from a flag."
        })
final class ServerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-listen-address", "--listen-address"},
            paramLabel = "HOST:PORT",
            description = "Where to listen; 127.0.0.1:8200 if not given. LEASEHOLD_LISTEN_ADDRESS")
    private String listenAddress;

    @Option(
            names = {"-data-dir", "--data-dir"},
            paramLabel = "DIR",
            description = "Folder of the seal key and of the database that comes with the program; ./data if not "
                    + "given. LEASEHOLD_DATA_DIR")
    private String dataDir;

    @Option(
            names = {"-database-url", "--database-url"},
            paramLabel = "URL",
            description = "postgresql://host:port/database of a PostgreSQL 14 or newer to use instead. "
                    + "LEASEHOLD_DATABASE_URL")
    private String databaseUrl;

    @Option(
            names = {"-dev", "--dev"},
            description = "Dev mode: unsealed, with a root token, the AWS sandbox and a temporary database.")
    private boolean dev;

    @Option(
            names = {"-dev-root-token-id", "--dev-root-token-id"},
            paramLabel = "ID",
            description = "The root token of dev mode. LEASEHOLD_DEV_ROOT_TOKEN_ID, VAULT_DEV_ROOT_TOKEN_ID")
    private String devRootTokenId;

    @Option(
            names = {"-dev-listen-address", "--dev-listen-address"},
            paramLabel = "HOST:PORT",
            description = "Where dev mode listens; 127.0.0.1:8200 if not given. LEASEHOLD_DEV_LISTEN_ADDRESS, "
                    + "VAULT_DEV_LISTEN_ADDRESS")
    private String devListenAddress;

    @Option(
            names = {"-dev-no-sandbox", "--dev-no-sandbox"},
            description = "Dev mode without the AWS sandbox. LEASEHOLD_SANDBOX_ENABLED=false")
    private boolean devNoSandbox;

    @Option(
            names = {"-version", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-help", "--help", "-h"},
            usageHelp = true,
            description = "Print this text.")
    private boolean help;

    @Override
    public Integer call() {
        refuseFlagsOfTheOtherMode();
        final StartConfig config = StartConfig.of(given(), Surroundings.ofThisProcess());
        return new ServerStart(spec.commandLine().getErr())
                .run(() -> dev ? StartPlan.forDevMode(config) : StartPlan.forServer(config));
    }

    /** What was given, under the names of the configuration. */
    Map<String, String> given() {
        final Map<String, String> given = new HashMap<>();
        given.put(StartConfig.LISTEN_ADDRESS, listenAddress);
        given.put(StartConfig.DATA_DIR, dataDir);
        given.put(StartConfig.DATABASE_URL_FLAG, databaseUrl);
        given.put(StartConfig.DEV_ROOT_TOKEN_ID, devRootTokenId);
        given.put(StartConfig.DEV_LISTEN_ADDRESS, devListenAddress);
        given.put(StartConfig.SANDBOX_ENABLED, devNoSandbox ? "false" : null);
        given.values().removeIf(Objects::isNull);
        return given;
    }

    private void refuseFlagsOfTheOtherMode() {
        final List<String> strangers = dev
                ? List.of("-listen-address", "-data-dir", "-database-url")
                : List.of("-dev-root-token-id", "-dev-listen-address", "-dev-no-sandbox");
        strangers.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(flag -> {
                    throw new ParameterException(
                            spec.commandLine(), flag + (dev ? " has no meaning with -dev" : " needs -dev"));
                });
    }
}
