package io.leasehold.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A start, decided but not begun.
 *
 * @param listen where HTTP is served
 * @param database not opened yet
 * @param dataDir the folder for what is to be kept; none in dev mode
 * @param properties configuration for the rest of the program, the database's excepted
 */
record StartPlan(ListenAddress listen, Database database, Optional<Path> dataDir, Map<String, String> properties) {
    private static final Predicate<String> PLAIN_TOKEN =
            Pattern.compile("[A-Za-z0-9._~+/=-]+").asMatchPredicate();

    /** Everything temporary, the sandbox on unless it is refused. */
    static StartPlan forDevMode(StartConfig config) {
        final ListenAddress listen = config.find(StartConfig.DEV_LISTEN_ADDRESS, "VAULT_DEV_LISTEN_ADDRESS")
                .map(ListenAddress::parse)
                .orElse(ListenAddress.DEFAULT);
        final Map<String, String> properties = http(listen);
        properties.put(StartConfig.DEV_ENABLED, "true");
        final boolean sandbox =
                Boolean.parseBoolean(config.find(StartConfig.SANDBOX_ENABLED).orElse("true"));
        properties.put(StartConfig.SANDBOX_ENABLED, Boolean.toString(sandbox));
        if (sandbox) {
            properties.put(StartConfig.STS_ENDPOINT, listen.url());
            properties.put(StartConfig.IAM_ENDPOINT, listen.url());
        }
        properties.put(StartConfig.BARRIER_EPHEMERAL_KEY, "true");
        config.find(StartConfig.DEV_ROOT_TOKEN_ID, "VAULT_DEV_ROOT_TOKEN_ID")
                .ifPresent(id -> properties.put(StartConfig.DEV_ROOT_TOKEN_ID, requirePlain(id)));
        return new StartPlan(listen, new DatabaseChoice(config).forDevMode(), Optional.empty(), properties);
    }

    /** Everything kept; dev mode off whatever else is configured. */
    static StartPlan forServer(StartConfig config) {
        final Path dataDir = Path.of(config.find(StartConfig.DATA_DIR).orElse("data"))
                .toAbsolutePath()
                .normalize();
        final ListenAddress listen = config.find(StartConfig.LISTEN_ADDRESS)
                .map(ListenAddress::parse)
                .orElseGet(() -> forQuarkus(config));
        final Map<String, String> properties = http(listen);
        // Said even where it is the default: no stray setting may turn a server with kept data into dev mode.
        properties.put(StartConfig.DEV_ENABLED, "false");
        properties.put(
                StartConfig.BARRIER_KEY_FILE,
                config.find(StartConfig.BARRIER_KEY_FILE)
                        .orElse(dataDir.resolve("seal.key").toString()));
        return new StartPlan(listen, new DatabaseChoice(config).forServer(dataDir), Optional.of(dataDir), properties);
    }

    /** Makes the data folder with mode 0700; true if it was there before and others may look into it. */
    boolean prepareDataDir() {
        try {
            if (dataDir.isPresent()) {
                OwnerOnly.createFolder(dataDir.get());
                return OwnerOnly.isOpenToOthers(dataDir.get());
            }
            return false;
        } catch (IOException e) {
            throw new StartRefused("cannot make the data folder " + dataDir.get() + ": " + e.getMessage(), e);
        }
    }

    private static ListenAddress forQuarkus(StartConfig config) {
        return ListenAddress.of(
                config.find("quarkus.http.host").orElse(ListenAddress.DEFAULT.host()),
                config.find("quarkus.http.port").orElse(Integer.toString(ListenAddress.DEFAULT.port())));
    }

    private static Map<String, String> http(ListenAddress listen) {
        final Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.http.host", listen.host());
        properties.put("quarkus.http.port", Integer.toString(listen.port()));
        return properties;
    }

    private static String requirePlain(String token) {
        if (!PLAIN_TOKEN.test(token)) {
            throw new StartRefused("the dev root token may hold letters, digits and . _ ~ + / = - only");
        }
        return token;
    }
}
