package io.leasehold.aws.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleWriteTest {
    private static final String A = "arn:aws:iam::111122223333:role/A";
    private static final String B = "arn:aws:iam::111122223333:role/B";
    private static final String POLICY_ARN = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private static RoleWrite write(Map<String, Object> body) {
        return new RoleWrite(FieldValues.read(List.of(RoleFields.ALL), body));
    }

    private static AwsRole fresh(Map<String, Object> body) {
        return write(body).applyTo(Optional.empty());
    }

    @Test
    void whatIsNotSentStaysAsItWas() {
        // Given
        AwsRole old = new RoleDraft("assumed_role")
                .roleArns(A)
                .externalId("partner")
                .defaultStsTtl(Duration.ofMinutes(30))
                .role();

        // When
        AwsRole role = write(Map.of("max_sts_ttl", "1h")).applyTo(Optional.of(old));

        // Then
        AwsRole expected = new RoleDraft("assumed_role")
                .roleArns(A)
                .externalId("partner")
                .defaultStsTtl(Duration.ofMinutes(30))
                .maxStsTtl(Duration.ofHours(1))
                .role();
        assertEquals(expected, role);
    }

    @Test
    void whatIsSentEmptyIsCleared() {
        // Given
        AwsRole old =
                new RoleDraft("assumed_role").roleArns(A).externalId("partner").role();

        // When
        AwsRole role = write(Map.of("role_arns", List.of(), "external_id", "")).applyTo(Optional.of(old));

        // Then
        assertEquals(Optional.of(List.of()), role.roleArns());
        assertEquals("", role.externalId());
    }

    @Test
    void anotherTypeNeedsTheRoleArnsClearedInTheSameWrite() {
        // Given
        Optional<AwsRole> old =
                Optional.of(new RoleDraft("assumed_role").roleArns(A).role());

        // When
        VaultException refusal = assertThrows(
                VaultException.class,
                () -> write(Map.of("credential_type", "iam_user")).applyTo(old));
        AwsRole role =
                write(Map.of("credential_type", "iam_user", "role_arns", "")).applyTo(old);

        // Then
        assertTrue(refusal.firstMessage().contains("cannot supply role_arns"), refusal.firstMessage());
        assertEquals(List.of("iam_user"), role.credentialTypes());
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                arguments(Map.of("role_arn", A), List.of(A)),
                arguments(Map.of("role_arn", A, "role_arns", B), List.of(B, A)),
                arguments(Map.of("role_arn", A, "role_arns", List.of(A, B)), List.of(A, B)),
                arguments(Map.of("role_arns", A + " , " + B), List.of(A, B)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void roleArnIsAnotherSpellingOfRoleArns(Map<String, Object> sent, List<String> arns) {
        // Given
        Map<String, Object> body = new java.util.HashMap<>(sent);
        body.put("credential_type", "assumed_role");

        // When
        AwsRole role = fresh(body);

        // Then
        assertEquals(Optional.of(arns), role.roleArns());
    }

    static Stream<Arguments> legacy() {
        return Stream.of(
                arguments("arn", A, List.of("assumed_role")),
                arguments("policy", A, List.of("assumed_role")),
                arguments("arn", POLICY_ARN, List.of("iam_user")),
                arguments("policy", "{ }", List.of("iam_user", "federation_token")));
    }

    @ParameterizedTest
    @MethodSource("legacy")
    void aLegacyValueIsUpgraded(String field, String value, List<String> types) {
        // Given
        RoleWrite write = write(Map.of(field, value));

        // When
        AwsRole role = write.applyTo(Optional.empty());

        // Then
        assertEquals(types, role.credentialTypes());
        assertTrue(role.strictPath());
        assertEquals(
                List.of("Detected use of legacy role or policy parameter. Please upgrade to use the new parameters."),
                write.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"neither", "arn:aws:iam::1:user/x", "arn:aws"})
    void aLegacyValueThatMeansNothingIsRefused(String value) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> fresh(Map.of("policy", value)));

        // Then
        assertEquals("unable to parse supplied data: \"" + value + "\"", refusal.firstMessage());
    }

    static Stream<Arguments> mixtures() {
        return Stream.of(
                arguments("credential_type", "iam_user", "an explicit credential_type"),
                arguments("role_arns", A, "role_arns"),
                arguments("policy_arns", POLICY_ARN, "policy_arns"),
                arguments("policy_document", "{}", "policy_document"),
                arguments("default_sts_ttl", "1h", "default_sts_ttl"),
                arguments("max_sts_ttl", "1h", "max_sts_ttl"),
                arguments("user_path", "/", "user_path"),
                arguments("permissions_boundary_arn", POLICY_ARN, "permissions_boundary_arn"));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void legacyAndModernFieldsDoNotMix(String field, String value, String text) {
        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> write(Map.of("policy", POLICY_ARN, field, value)));

        // Then
        assertEquals("cannot supply deprecated role or policy parameters with " + text, refusal.firstMessage());
    }

    @Test
    void bothLegacyFieldsAreOneTooMany() {
        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> write(Map.of("policy", POLICY_ARN, "arn", A)));

        // Then
        assertEquals(ErrorKind.FAILED, refusal.kind());
        assertEquals("1 error occurred:\n\t* only one of policy or arn should be provided\n\n", refusal.firstMessage());
    }

    @Test
    void aModernWriteEndsTheLegacyRules() {
        // Given
        AwsRole legacy = fresh(Map.of("policy", POLICY_ARN));

        // When
        AwsRole role = write(Map.of("credential_type", "iam_user")).applyTo(Optional.of(legacy));

        // Then
        assertFalse(role.strictPath());
        assertEquals(Optional.of(List.of(POLICY_ARN)), role.policyArns());
    }
}
