package io.leasehold.server;

import io.leasehold.logical.SecretString;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database {@value #NAME} and the role that owns it. The program works as that role, not as the superuser, so that
 * it does nothing here which it could not do on a server that somebody else runs.
 */
record OwnDatabase(EmbeddedPostgres server, SecretString password) {
    static final String NAME = "leasehold";

    DatabaseLogin createIfMissing() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                // The password is of letters, digits, - and _: nothing in it can end the literal.
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password.reveal() + "'");
            }
            if (isMissing(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
        return DatabaseLogin.onLoopback(server.getPort(), NAME, NAME, password);
    }

    private static boolean isMissing(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return !rows.next();
        }
    }
}
