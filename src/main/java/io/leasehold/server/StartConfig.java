package io.leasehold.server;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured before Quarkus runs: flags, then system properties, the environment, and
 * {@code config/application.properties} under the working folder.
 *
 * <p>It is built by hand because the configuration of a native executable, asked this early, knows system properties
 * alone.
 */
final class StartConfig {
    static final String LISTEN_ADDRESS = "leasehold.listen-address";
    static final String DATA_DIR = "leasehold.data-dir";
    static final String DATABASE_URL = "leasehold.database.url";
    /** Kept apart from {@link #DATABASE_URL}: everyone on the machine sees a flag, so it may hold no password. */
    static final String DATABASE_URL_FLAG = "leasehold.flag.database-url";

    static final String DATABASE_USERNAME = "leasehold.database.username";
    static final String DATABASE_PASSWORD = "leasehold.database.password";
    static final String DATABASE_PASSWORD_FILE = "leasehold.database.password-file";
    static final String DEV_ENABLED = "leasehold.dev.enabled";
    static final String DEV_ROOT_TOKEN_ID = "leasehold.dev.root-token-id";
    static final String DEV_LISTEN_ADDRESS = "leasehold.dev.listen-address";
    static final String SANDBOX_ENABLED = "leasehold.sandbox.enabled";
    static final String STS_ENDPOINT = "leasehold.aws.sts-endpoint";
    static final String IAM_ENDPOINT = "leasehold.aws.iam-endpoint";
    static final String BARRIER_KEY_FILE = "leasehold.barrier.key-file";
    static final String BARRIER_EPHEMERAL_KEY = "leasehold.barrier.ephemeral-key";

    private static final int ABOVE_SYSTEM_PROPERTIES = 500;
    private static final int SYSTEM_PROPERTIES = 400;
    private static final int ENVIRONMENT = 300;
    private static final int CONFIG_FILE = 260;

    private final SmallRyeConfig config;

    private StartConfig(SmallRyeConfig config) {
        this.config = config;
    }

    static StartConfig of(Map<String, String> flags, Surroundings surroundings) {
        final SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(
                        new PropertiesConfigSource(flags, "command line", ABOVE_SYSTEM_PROPERTIES),
                        new PropertiesConfigSource(
                                surroundings.systemProperties(), "system properties", SYSTEM_PROPERTIES),
                        new EnvConfigSource(surroundings.environment(), ENVIRONMENT));
        final Path file = surroundings.workingFolder().resolve("config").resolve("application.properties");
        if (Files.isRegularFile(file)) {
            builder.withSources(read(file));
        }
        return new StartConfig(builder.build());
    }

    /** The value of the first name that has one; an empty text counts as none. */
    Optional<String> find(String... names) {
        for (final String name : names) {
            final Optional<String> value =
                    config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static PropertiesConfigSource read(Path file) {
        try {
            return new PropertiesConfigSource(file.toUri().toURL(), CONFIG_FILE);
        } catch (IOException e) {
            throw new StartRefused("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
