package io.leasehold.aws.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoleValidationTest {
    private static final String STS_TYPES =
            " parameter only valid for assumed_role, federation_token, and session_token credential types";

    static Stream<Arguments> complaints() {
        return Stream.of(
                arguments("no type", new RoleDraft(), "did not supply credential_type"),
                arguments("unknown type", new RoleDraft("wizard"), "unrecognized credential type: wizard"),
                arguments(
                        "default TTL on iam_user",
                        new RoleDraft("iam_user").defaultStsTtl(Duration.ofHours(1)),
                        "default_sts_ttl" + STS_TYPES),
                arguments(
                        "max TTL on iam_user",
                        new RoleDraft("iam_user").maxStsTtl(Duration.ofHours(1)),
                        "max_sts_ttl" + STS_TYPES),
                arguments(
                        "default above max",
                        new RoleDraft("session_token")
                                .defaultStsTtl(Duration.ofHours(2))
                                .maxStsTtl(Duration.ofHours(1)),
                        "\\\"default_sts_ttl\\\" value must be less than or equal to \\\"max_sts_ttl\\\" value"),
                arguments(
                        "user path on another type",
                        new RoleDraft("assumed_role").userPath("/x/"),
                        "user_path parameter only valid for iam_user credential type"),
                arguments(
                        "user path malformed",
                        new RoleDraft("iam_user").userPath("x"),
                        "the specified value for user_path is invalid. It must match "
                                + "\\\"^\\\\\\\\/([\\\\\\\\x21-\\\\\\\\x7F]{0,510}\\\\\\\\/)?$\\\" regexp"),
                arguments(
                        "boundary on another type",
                        new RoleDraft("federation_token").boundary("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                        "cannot supply permissions_boundary_arn when credential_type isn't iam_user"),
                arguments(
                        "boundary that is no ARN",
                        new RoleDraft("iam_user").boundary("ReadOnlyAccess"),
                        "invalid permissions_boundary_arn parameter: arn: invalid prefix"),
                arguments(
                        "boundary of another service",
                        new RoleDraft("iam_user").boundary("arn:aws:s3:::bucket"),
                        "invalid permissions_boundary_arn parameter: expected a service of iam but got s3"),
                arguments(
                        "boundary that is a role",
                        new RoleDraft("iam_user").boundary("arn:aws:iam::1:role/x"),
                        "invalid permissions_boundary_arn parameter: expected a resource type of policy but got role/x"),
                arguments(
                        "policy ARNs on session_token",
                        new RoleDraft("session_token").policyArns("arn:aws:iam::aws:policy/ReadOnlyAccess"),
                        "cannot supply a policy or role when using credential_type session_token"),
                arguments(
                        "policy document on session_token",
                        new RoleDraft("session_token").policyDocument("{}"),
                        "cannot supply a policy or role when using credential_type session_token"),
                arguments(
                        "role ARNs on another type",
                        new RoleDraft("federation_token").roleArns("arn:aws:iam::1:role/x"),
                        "cannot supply role_arns when credential_type isn't assumed_role"),
                arguments(
                        "session tags on another type",
                        new RoleDraft("federation_token").sessionTags(Map.of("a", "b")),
                        "cannot supply session_tags when credential_type isn't assumed_role"),
                arguments(
                        "external id on another type",
                        new RoleDraft("federation_token").externalId("x1"),
                        "cannot supply external_id when credential_type isn't assumed_role"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("complaints")
    void eachMistakeHasItsText(String name, RoleDraft draft, String complaint) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> RoleValidation.check(draft.role()));

        // Then
        assertEquals(ErrorKind.INVALID_REQUEST, refusal.kind());
        assertEquals(
                "error(s) validating supplied role data: \"1 error occurred:\\n\\t* " + complaint + "\\n\\n\"",
                refusal.firstMessage());
    }

    @Test
    void severalMistakesAreAnsweredTogetherInOrder() {
        // Given
        RoleDraft draft =
                new RoleDraft("iam_user").defaultStsTtl(Duration.ofHours(1)).roleArns("arn:aws:iam::1:role/x");

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> RoleValidation.check(draft.role()));

        // Then
        assertEquals(
                "error(s) validating supplied role data: \"2 errors occurred:\\n\\t* default_sts_ttl" + STS_TYPES
                        + "\\n\\t* cannot supply role_arns when credential_type isn't assumed_role\\n\\n\"",
                refusal.firstMessage());
    }

    @Test
    void aMalformedBoundaryIsReportedWithoutWhatCameBefore() {
        // Given
        RoleDraft draft = new RoleDraft("iam_user")
                .maxStsTtl(Duration.ofHours(1))
                .boundary("x")
                .externalId("x1");

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> RoleValidation.check(draft.role()));

        // Then
        assertEquals(
                List.of("error(s) validating supplied role data: \"2 errors occurred:"
                        + "\\n\\t* invalid permissions_boundary_arn parameter: arn: invalid prefix"
                        + "\\n\\t* cannot supply external_id when credential_type isn't assumed_role\\n\\n\""),
                refusal.messages());
    }

    @ParameterizedTest
    @EnumSource(CredentialType.class)
    void theTypeAloneIsEnough(CredentialType type) {
        // Given
        AwsRole role = new RoleDraft(type.wireName()).role();

        // When
        AwsRole checked = RoleValidation.check(role);

        // Then
        assertSame(role, checked);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"/", "/vault/", "/a/b/"})
    void aUserPathBeginsAndEndsWithASlash(String path) {
        // Given
        AwsRole role = new RoleDraft("iam_user").userPath(path).role();

        // When
        AwsRole checked = RoleValidation.check(role);

        // Then
        assertSame(role, checked);
    }

    @Test
    void aRoleForTwoTypesMayHoldWhatOneOfThemAllows() {
        // Given
        AwsRole role = new RoleDraft("iam_user", "federation_token")
                .defaultStsTtl(Duration.ofHours(1))
                .userPath("/x/")
                .role();

        // When
        AwsRole checked = RoleValidation.check(role);

        // Then
        assertSame(role, checked);
    }
}
