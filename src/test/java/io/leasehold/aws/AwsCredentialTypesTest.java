package io.leasehold.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.issuer.AwsUndo;
import io.leasehold.aws.issuer.CredentialIssuer;
import io.leasehold.aws.role.CredentialType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adding a credential type means adding its parts; this tells which are missing. */
class AwsCredentialTypesTest {
    private static final String ISSUERS = CredentialIssuer.class.getPackageName() + ".";

    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void aTypeIsNamedAfterItsWireName(CredentialType type) {
        // When
        String wireName = type.wireName();

        // Then
        assertEquals(type.name().toLowerCase(Locale.ROOT), wireName);
    }

    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void aTypeHasAnIssuer(CredentialType type) {
        // When
        boolean issues = exists(ISSUERS + stem(type) + "Issuer", CredentialIssuer.class);

        // Then
        assertTrue(issues, () -> "no issuer for " + type);
    }

    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void aTypeHasAnUndoRecord(CredentialType type) {
        // When
        boolean undoes = Arrays.stream(AwsUndo.class.getPermittedSubclasses())
                .anyMatch(undo -> undo.isRecord() && undo.getSimpleName().equals(stem(type)));

        // Then
        assertTrue(undoes, () -> "no undo record for " + type);
    }

    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void aTypeHasATestOfItsIssuer(CredentialType type) {
        // When
        boolean tested = exists(ISSUERS + stem(type) + "IssuerTest", Object.class);

        // Then
        assertTrue(tested, () -> "no issuer test for " + type);
    }

    private static String stem(CredentialType type) {
        return Arrays.stream(type.wireName().split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static boolean exists(String name, Class<?> kind) {
        try {
            return kind.isAssignableFrom(Class.forName(name, false, AwsCredentialTypesTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
