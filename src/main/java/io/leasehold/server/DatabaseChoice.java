package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Which database: the one that is named, else the one that Quarkus is configured for, else one of our own. */
record DatabaseChoice(StartConfig config) {
    Database forDevMode() {
        if (config.find(StartConfig.DATABASE_URL).isPresent()) {
            throw new StartRefused("dev mode brings its own database; start it without a database URL");
        }
        return LocalPostgres.thrownAwayUnder(Path.of(System.getProperty("java.io.tmpdir")), new SecureRandom());
    }

    Database forServer(Path dataDir) {
        return named().or(this::configuredForQuarkus)
                .<Database>map(ExternalDatabase::new)
                .orElseGet(() -> LocalPostgres.keptIn(dataDir.resolve("postgres"), new SecureRandom()));
    }

    private Optional<DatabaseLogin> named() {
        final Optional<DatabaseLogin> flag =
                config.find(StartConfig.DATABASE_URL_FLAG).map(DatabaseUrl::parse);
        if (flag.flatMap(DatabaseLogin::password).isPresent()) {
            throw new StartRefused("a password on the command line can be seen by everyone on this machine; "
                    + "put it into LEASEHOLD_DATABASE_PASSWORD or a file named by LEASEHOLD_DATABASE_PASSWORD_FILE");
        }
        return flag.or(() -> config.find(StartConfig.DATABASE_URL).map(DatabaseUrl::parse))
                .map(login -> new DatabaseLogin(
                        login.location(),
                        config.find(StartConfig.DATABASE_USERNAME).or(login::username),
                        password().or(login::password)));
    }

    private Optional<DatabaseLogin> configuredForQuarkus() {
        return config.find("quarkus.datasource.reactive.url", "quarkus.datasource.jdbc.url")
                .map(DatabaseUrl::parse)
                .map(login -> new DatabaseLogin(
                        login.location(),
                        config.find("quarkus.datasource.username").or(login::username),
                        config.find("quarkus.datasource.password")
                                .map(SecretString::of)
                                .or(login::password)));
    }

    private Optional<SecretString> password() {
        return config.find(StartConfig.DATABASE_PASSWORD)
                .or(() -> config.find(StartConfig.DATABASE_PASSWORD_FILE).map(DatabaseChoice::read))
                .map(SecretString::of);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused("cannot read the file of the database's password: " + file, e);
        }
    }
}
