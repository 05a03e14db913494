package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a database, for the reactive driver and for the JDBC one.
 *
 * @param location host, port, database and parameters, as they follow {@code postgresql://}
 * @param username none: whatever the driver takes
 * @param password none: for servers that know the user otherwise
 */
public record DatabaseLogin(String location, Optional<String> username, Optional<SecretString> password) {
    /** The login of a server on the loopback interface. */
    static DatabaseLogin onLoopback(int port, String database, String username, SecretString password) {
        return new DatabaseLogin("127.0.0.1:" + port + "/" + database, Optional.of(username), Optional.of(password));
    }

    /** The URL of the JDBC driver. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + location;
    }

    /** The URL of the reactive driver. */
    public String reactiveUrl() {
        return "postgresql://" + location;
    }

    /** The configuration of Quarkus' default datasource, both drivers; holds the password in the clear. */
    public Map<String, String> properties() {
        final Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.reactive.url", reactiveUrl());
        properties.put("quarkus.datasource.jdbc.url", jdbcUrl());
        username.ifPresent(name -> properties.put("quarkus.datasource.username", name));
        password.ifPresent(secret -> properties.put("quarkus.datasource.password", literal(secret.reveal())));
        return properties;
    }

    /** Configuration values may refer to others as dollar and brace; a password means what it says. */
    private static String literal(String text) {
        return text.replace("${", "\\${");
    }
}
