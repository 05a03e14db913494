package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal of configuration and roles with its status and its text, a row for each. */
@QuarkusTest
@Tag("database")
class EngineErrorsTest extends ContractSuite {
    private static final String RW = AwsLab.roleArn("ProdAppRW");
    private static final String ANY_ACTION = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    @BeforeEach
    void mount() {
        enableAws(Map.of("max_retries", 0));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rootMistakes")
    void aRootConfigurationThatIsWrongIsRefused(Map<String, ?> body, String error) {
        // Given
        vault.write("aws/config/root", body("access_key", "", "secret_key", "")).expect(204);

        // When
        VaultAnswer answer = vault.write("aws/config/root", body);

        // Then
        answer.expect(400, error);
    }

    static Stream<Arguments> rootMistakes() {
        return Stream.of(
                arguments(
                        body("access_key", "AKIA", "identity_token_audience", "me"),
                        "only one of 'access_key' or 'identity_token_audience' can be set"),
                arguments(
                        body("identity_token_audience", "me"),
                        "missing required 'role_arn' when 'identity_token_audience' is set"),
                arguments(
                        body("identity_token_audience", "me", "role_arn", RW),
                        "plugin workload identity not supported in Vault community edition"),
                arguments(
                        body("sts_fallback_endpoints", List.of("https://a.example", "https://b.example")),
                        "fallback endpoints and fallback regions must be the same length"),
                arguments(
                        body("rotation_schedule", "0 0 * * *", "rotation_period", "1h"),
                        "mutually exclusive fields rotation_schedule and rotation_period were both specified;"
                                + " only one of them can be provided"),
                arguments(
                        body("rotation_schedule", "0 0 *"),
                        "failed to parse provided rotation_schedule: expected exactly 5 fields, found 3: [0 0 *]"),
                arguments(
                        body("rotation_window", "1h", "rotation_period", "1h"),
                        "rotation_window does not apply to period"),
                arguments(body("rotation_window", "1h"), "cannot use rotation_window without rotation_schedule"),
                arguments(
                        body("rotation_period", "1h"),
                        "error registering rotation job: rotation manager capabilities not supported in Vault"
                                + " community edition"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("leaseMistakes")
    void aLeaseConfigurationThatIsWrongIsRefused(Map<String, ?> body, String error) {
        // When
        VaultAnswer answer = vault.write("aws/config/lease", body);

        // Then
        answer.expect(400, error);
    }

    static Stream<Arguments> leaseMistakes() {
        return Stream.of(
                arguments(body("lease_max", "1h"), "'lease' is a required parameter"),
                arguments(body("lease", "1h"), "'lease_max' is a required parameter"),
                arguments(body("lease", "zz", "lease_max", "1h"), "Invalid lease: time: invalid duration \"zz\""),
                arguments(body("lease", "1h", "lease_max", "zz"), "Invalid lease_max: time: invalid duration \"zz\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("roleMistakes")
    void aRoleThatIsWrongIsRefused(Map<String, ?> body, String complaint) {
        // When
        VaultAnswer answer = vault.write("aws/roles/r", body);

        // Then
        answer.expect(
                400,
                "error(s) validating supplied role data: \"1 error occurred:\\n\\t* "
                        + complaint.replace("\\", "\\\\").replace("\"", "\\\"") + "\\n\\n\"");
    }

    static Stream<Arguments> roleMistakes() {
        String types = " parameter only valid for assumed_role, federation_token, and session_token credential types";
        String boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        return Stream.of(
                arguments(body("role_arns", ""), "did not supply credential_type"),
                arguments(body("credential_type", "magic"), "unrecognized credential type: magic"),
                arguments(Roles.iamUser("default_sts_ttl", "1h"), "default_sts_ttl" + types),
                arguments(Roles.iamUser("max_sts_ttl", "1h"), "max_sts_ttl" + types),
                arguments(
                        Roles.assumedRole("default_sts_ttl", "2h", "max_sts_ttl", "1h"),
                        "\"default_sts_ttl\" value must be less than or equal to \"max_sts_ttl\" value"),
                arguments(
                        Roles.assumedRole("user_path", "/a/"),
                        "user_path parameter only valid for iam_user credential type"),
                arguments(
                        Roles.iamUser("user_path", "a"),
                        "the specified value for user_path is invalid. It must match"
                                + " \"^\\\\/([\\\\x21-\\\\x7F]{0,510}\\\\/)?$\" regexp"),
                arguments(
                        Roles.assumedRole("permissions_boundary_arn", boundary),
                        "cannot supply permissions_boundary_arn when credential_type isn't iam_user"),
                arguments(
                        Roles.iamUser("permissions_boundary_arn", "policy/x"),
                        "invalid permissions_boundary_arn parameter: arn: invalid prefix"),
                arguments(
                        Roles.iamUser("permissions_boundary_arn", "arn:aws:s3:::bucket"),
                        "invalid permissions_boundary_arn parameter: expected a service of iam but got s3"),
                arguments(
                        Roles.iamUser("permissions_boundary_arn", "arn:aws:iam::111122223333:role/x"),
                        "invalid permissions_boundary_arn parameter: expected a resource type of policy but got role/x"),
                arguments(
                        body("credential_type", "session_token", "policy_document", ANY_ACTION),
                        "cannot supply a policy or role when using credential_type session_token"),
                arguments(
                        Roles.iamUser("role_arns", RW),
                        "cannot supply role_arns when credential_type isn't assumed_role"),
                arguments(
                        Roles.iamUser("session_tags", Map.of("a", "b")),
                        "cannot supply session_tags when credential_type isn't assumed_role"),
                arguments(
                        Roles.iamUser("external_id", "x"),
                        "cannot supply external_id when credential_type isn't assumed_role"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("otherRoleMistakes")
    void otherMistakesInARoleHaveTheirOwnForm(Map<String, ?> body, int status, String error) {
        // When
        VaultAnswer answer = vault.write("aws/roles/r", body);

        // Then
        answer.expect(status, error);
    }

    static Stream<Arguments> otherRoleMistakes() {
        String mixed = "cannot supply deprecated role or policy parameters with ";
        return Stream.of(
                arguments(Roles.iamUser("policy_document", "{bad"), 400, "cannot parse policy document: \"{bad\""),
                arguments(body("policy", "neither"), 400, "unable to parse supplied data: \"neither\""),
                arguments(Roles.iamUser("policy", ANY_ACTION), 400, mixed + "an explicit credential_type"),
                arguments(body("policy", ANY_ACTION, "role_arns", RW), 400, mixed + "role_arns"),
                arguments(body("policy", ANY_ACTION, "policy_arns", "a"), 400, mixed + "policy_arns"),
                arguments(body("policy", ANY_ACTION, "policy_document", ANY_ACTION), 400, mixed + "policy_document"),
                arguments(body("policy", ANY_ACTION, "default_sts_ttl", 900), 400, mixed + "default_sts_ttl"),
                arguments(body("policy", ANY_ACTION, "max_sts_ttl", 900), 400, mixed + "max_sts_ttl"),
                arguments(body("policy", ANY_ACTION, "user_path", "/a/"), 400, mixed + "user_path"),
                arguments(
                        body("policy", ANY_ACTION, "permissions_boundary_arn", "a"),
                        400,
                        mixed + "permissions_boundary_arn"),
                arguments(
                        body("policy", ANY_ACTION, "arn", RW),
                        500,
                        "1 error occurred:\n\t* only one of policy or arn should be provided\n\n"),
                arguments(
                        Roles.assumedRole("default_sts_ttl", "soon"),
                        400,
                        "Field validation failed: error converting input soon for field \"default_sts_ttl\":"
                                + " time: invalid duration \"soon\""),
                arguments(
                        Roles.assumedRole("default_sts_ttl", -5),
                        400,
                        "Field validation failed: error converting input -5 for field \"default_sts_ttl\":"
                                + " cannot provide negative value '-5'"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "DELETE, config/root, 405",
        "DELETE, config/lease, 405",
        "GET, config/rotate-root, 405",
        "DELETE, creds/s, 405",
        "DELETE, sts/s, 405",
        "GET, roles, 405",
        "LIST, creds, 404",
        "LIST, config/root, 404",
        "GET, creds, 404",
        "GET, nope, 404",
        "GET, roles/absent, 404",
        "LIST, roles, 404",
        "DELETE, roles/absent, 204",
        "GET, config/lease, 404"
    })
    void whatAPathDoesNotDoIsAnsweredAsVaultDoes(String verb, String path, int status) {
        // When
        VaultAnswer answer = vault.raw(verb, "/v1/aws/" + path);

        // Then
        answer.expect(status);
    }
}
