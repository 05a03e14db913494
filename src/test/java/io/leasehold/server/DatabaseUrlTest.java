package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.SecretString;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5432/lease, db:5432/lease, , ",
        "postgres://db/lease, db/lease, , ",
        "jdbc:postgresql://db/lease?sslmode=require, db/lease?sslmode=require, , ",
        "postgresql://app@[::1]:5432/lease, [::1]:5432/lease, app, ",
        "postgresql://app:p%40ss+1@db:5432/lease, db:5432/lease, app, p@ss+1"
    })
    void theUsualFormsAreRead(String text, String location, String user, String password) {
        // When
        final DatabaseLogin login = DatabaseUrl.parse(text);

        // Then
        assertEquals("postgresql://" + location, login.reactiveUrl());
        assertEquals("jdbc:postgresql://" + location, login.jdbcUrl());
        assertEquals(Optional.ofNullable(user), login.username());
        assertEquals(Optional.ofNullable(password).map(SecretString::of), login.password());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db:5432", "mysql://app:hidden@db/lease", "postgresql://app:hidden@db", "postgresql://a:hidden@"
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String text) {
        // When
        final StartRefused refused = assertThrows(StartRefused.class, () -> DatabaseUrl.parse(text));

        // Then
        assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
    }
}
