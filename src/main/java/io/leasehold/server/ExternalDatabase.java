package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A PostgreSQL that somebody else runs. It is asked once before the start, so that a mistake costs one clear line. */
record ExternalDatabase(DatabaseLogin login) implements Database {
    static final int OLDEST_VERSION = 14;
    private static final String CONNECT_SECONDS = "10";

    @Override
    public DatabaseLogin open() {
        try (Connection connection = new Driver().connect(login.jdbcUrl(), credentials())) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
            return login;
        } catch (SQLException e) {
            throw new StartRefused("the database at " + where() + " does not answer: " + firstLine(e), e);
        }
    }

    @Override
    public void close() {
        // Whoever runs it ends it.
    }

    private void requireVersion(int major) {
        if (major < OLDEST_VERSION) {
            throw new StartRefused("the database at " + where() + " is PostgreSQL " + major + "; Leasehold needs "
                    + OLDEST_VERSION + " or newer");
        }
    }

    private Properties credentials() {
        final Properties properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        login.username().ifPresent(name -> properties.setProperty("user", name));
        login.password().map(SecretString::reveal).ifPresent(text -> properties.setProperty("password", text));
        return properties;
    }

    private String where() {
        return login.location().replaceFirst("\\?.*", "");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
