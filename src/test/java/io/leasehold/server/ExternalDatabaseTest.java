package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.SecretString;
import io.leasehold.testing.PostgresTestResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
    @Test
    void aDatabaseThatAnswersIsTakenAsItIsAndAWrongPasswordIsSaid() {
        // Given
        final DatabaseLogin right = running();
        final DatabaseLogin wrong =
                new DatabaseLogin(right.location(), right.username(), Optional.of(SecretString.of("nonsense")));

        // When
        final DatabaseLogin taken = new ExternalDatabase(right).open();
        final StartRefused refused = assertThrows(StartRefused.class, () -> new ExternalDatabase(wrong).open());

        // Then
        assertEquals(right, taken);
        assertTrue(refused.getMessage().contains("password authentication failed"), refused.getMessage());
        assertFalse(refused.getMessage().contains("nonsense"), refused.getMessage());
    }

    private static DatabaseLogin running() {
        final Map<String, String> properties = new PostgresTestResource().start();
        return new DatabaseLogin(
                DatabaseUrl.parse(properties.get("quarkus.datasource.reactive.url"))
                        .location(),
                Optional.of(properties.get("quarkus.datasource.username")),
                Optional.of(SecretString.of(properties.get("quarkus.datasource.password"))));
    }

    @Test
    void aDatabaseThatDoesNotAnswerCostsOneLine() {
        // Given
        final Database nowhere =
                new ExternalDatabase(DatabaseUrl.parse("postgresql://127.0.0.1:1/lease?sslmode=disable"));

        // When
        final StartRefused refused = assertThrows(StartRefused.class, nowhere::open);

        // Then
        assertTrue(
                refused.getMessage().startsWith("the database at 127.0.0.1:1/lease does not answer: "),
                refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }
}
