package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal of the AWS engine with its status and its text, a row for each. */
@QuarkusTest
@Tag("database")
class EngineErrorsTest extends ContractSuite {
    private static final String RW = AwsLab.roleArn("ProdAppRW");
    private static final String ANY_ACTION = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    private static final String NO_ANSWER = "http://127.0.0.1:1";

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
                arguments(iamUser("default_sts_ttl", "1h"), "default_sts_ttl" + types),
                arguments(iamUser("max_sts_ttl", "1h"), "max_sts_ttl" + types),
                arguments(
                        assumedRole("default_sts_ttl", "2h", "max_sts_ttl", "1h"),
                        "\"default_sts_ttl\" value must be less than or equal to \"max_sts_ttl\" value"),
                arguments(
                        assumedRole("user_path", "/a/"), "user_path parameter only valid for iam_user credential type"),
                arguments(
                        iamUser("user_path", "a"),
                        "the specified value for user_path is invalid. It must match"
                                + " \"^\\\\/([\\\\x21-\\\\x7F]{0,510}\\\\/)?$\" regexp"),
                arguments(
                        assumedRole("permissions_boundary_arn", boundary),
                        "cannot supply permissions_boundary_arn when credential_type isn't iam_user"),
                arguments(
                        iamUser("permissions_boundary_arn", "policy/x"),
                        "invalid permissions_boundary_arn parameter: arn: invalid prefix"),
                arguments(
                        iamUser("permissions_boundary_arn", "arn:aws:s3:::bucket"),
                        "invalid permissions_boundary_arn parameter: expected a service of iam but got s3"),
                arguments(
                        iamUser("permissions_boundary_arn", "arn:aws:iam::111122223333:role/x"),
                        "invalid permissions_boundary_arn parameter: expected a resource type of policy but got role/x"),
                arguments(
                        body("credential_type", "session_token", "policy_document", ANY_ACTION),
                        "cannot supply a policy or role when using credential_type session_token"),
                arguments(iamUser("role_arns", RW), "cannot supply role_arns when credential_type isn't assumed_role"),
                arguments(
                        iamUser("session_tags", Map.of("a", "b")),
                        "cannot supply session_tags when credential_type isn't assumed_role"),
                arguments(
                        iamUser("external_id", "x"),
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
                arguments(iamUser("policy_document", "{bad"), 400, "cannot parse policy document: \"{bad\""),
                arguments(body("policy", "neither"), 400, "unable to parse supplied data: \"neither\""),
                arguments(iamUser("policy", ANY_ACTION), 400, mixed + "an explicit credential_type"),
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
                        assumedRole("default_sts_ttl", "soon"),
                        400,
                        "Field validation failed: error converting input soon for field \"default_sts_ttl\":"
                                + " time: invalid duration \"soon\""),
                arguments(
                        assumedRole("default_sts_ttl", -5),
                        400,
                        "Field validation failed: error converting input -5 for field \"default_sts_ttl\":"
                                + " cannot provide negative value '-5'"));
    }

    @Test
    void credentialsOfAMissingRoleAreRefused() {
        // When
        VaultAnswer read = vault.read("aws/creds/nope");
        VaultAnswer written = vault.write("aws/sts/nope");

        // Then
        read.expect(400, "Role \"nope\" not found");
        written.expect(400, "Role \"nope\" not found");
    }

    @Test
    void aRoleWithSeveralArnsWantsOneOfThemNamed() {
        // Given
        String other = AwsLab.roleArn("ProdAppReadOnly");
        role("two", body("credential_type", "assumed_role", "role_arns", List.of(RW, other)));
        String undecided = "did not supply a role_arn parameter and unable to determine one";

        // When
        VaultAnswer none = vault.read("aws/creds/two");
        VaultAnswer empty = ask("two", "role_arn", "");
        VaultAnswer wrong = ask("two", "role_arn", AwsLab.roleArn("Other"));
        VaultAnswer right = ask("two", "role_arn", other);

        // Then
        none.expect(400, undecided);
        empty.expect(400, undecided);
        wrong.expect(
                400, "role_arn \"" + AwsLab.roleArn("Other") + "\" not in allowed role arns for Vault role \"two\"");
        assertTrue(text(right.expect(200), "arn").contains(":assumed-role/ProdAppReadOnly/"));
    }

    @Test
    void anEmptyRoleArnMeansTheOnlyOne() {
        // Given
        role("one", assumedRole());

        // When
        VaultAnswer answer = ask("one", "role_arn", "");

        // Then
        answer.expect(200);
    }

    @Test
    void federationNeedsAPolicy() {
        // Given
        role("f", body("credential_type", "federation_token"));

        // When
        VaultAnswer answer = vault.read("aws/creds/f");

        // Then
        answer.expect(
                400,
                "must specify at least one of policy_arns or policy_document with federation_token credential_type");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("awsSteps")
    void whatAwsRefusesIsRefusedInItsWords(String action, String prefix, Map<String, ?> role) {
        // Given
        role("r", role);
        aws.faults().failNext(action, 1, AwsError.ACCESS_DENIED.with("not you"));

        // When
        VaultAnswer answer = vault.read("aws/creds/r");

        // Then
        answer.expect(400);
        assertTrue(
                answer.errors().get(0).startsWith(prefix + "AccessDenied: not you\n\tstatus code: 403, request id: "),
                answer.body());
    }

    static Stream<Arguments> awsSteps() {
        String readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        return Stream.of(
                arguments("AssumeRole", "Error assuming role: ", assumedRole()),
                arguments(
                        "GetFederationToken",
                        "Error generating STS keys: ",
                        body("credential_type", "federation_token", "policy_arns", readOnly)),
                arguments("GetSessionToken", "Error generating STS keys: ", body("credential_type", "session_token")),
                arguments("CreateUser", "Error creating IAM user: ", iamUser("user_path", "/a/")),
                arguments("AttachUserPolicy", "Error attaching user policy: ", iamUser("policy_arns", readOnly)),
                arguments(
                        "PutUserPolicy",
                        "Error putting user policy: ",
                        iamUser("policy_document", CredentialTypesTest.KnownType.S3_GET)),
                arguments("AddUserToGroup", "Error adding user to group: ", iamUser("iam_groups", "ReadOnlyGroup")),
                arguments("CreateAccessKey", "Error creating access keys: ", iamUser("user_path", "/a/")),
                arguments("ListAttachedGroupPolicies", "", assumedRole("iam_groups", "ReadOnlyGroup")));
    }

    @Test
    void tagsThatAwsRefusesAreNamedAsTheReason() {
        // Given
        role("r", iamUser("iam_tags", Map.of("aws:reserved", "x")));

        // When
        VaultAnswer answer = vault.read("aws/creds/r");

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith("Error adding tags to user: "), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProvisionedThroughputExceededException",
                "ThrottledException",
                "Throttling",
                "ThrottlingException",
                "RequestLimitExceeded",
                "RequestThrottled",
                "RequestThrottledException",
                "TooManyRequestsException",
                "PriorRequestNotComplete",
                "TransactionInProgressException",
                "EC2ThrottledException"
            })
    void everyCodeOfThrottlingIsABadGateway(String code) {
        // Given
        role("s", assumedRole());
        role("u", iamUser("user_path", "/a/"));
        AwsException busy = new AwsException(code, 400, "Rate exceeded");
        aws.faults().failNext("AssumeRole", 1, busy).failNext("CreateUser", 1, busy);

        // When
        VaultAnswer session = vault.read("aws/creds/s");
        VaultAnswer user = vault.read("aws/creds/u");

        // Then
        String text = code + ": Rate exceeded\n\tstatus code: 400, request id: ";
        session.expect(502);
        assertTrue(session.errors().get(0).startsWith("Error assuming role: " + text), session.body());
        user.expect(502);
        assertTrue(user.errors().get(0).startsWith("Error creating IAM user: " + text), user.body());
    }

    @Test
    void aServiceThatIsAwayIsNoThrottling() {
        // Given
        role("s", assumedRole());
        aws.faults().failNext("AssumeRole", 1, new AwsException("ServiceUnavailable", 503, "away"));

        // When
        VaultAnswer answer = vault.read("aws/creds/s");

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith("Error assuming role: ServiceUnavailable: away"), answer.body());
    }

    @Test
    void withoutAConnectionTheCallerIsToldSo() {
        // Given
        configure(Map.of("sts_endpoint", NO_ANSWER, "iam_endpoint", NO_ANSWER, "max_retries", 0));
        role("s", assumedRole());
        role("u", iamUser("user_path", "/a/"));

        // When
        VaultAnswer session = vault.read("aws/creds/s");
        VaultAnswer user = vault.read("aws/creds/u");

        // Then
        session.expect(400);
        assertTrue(
                session.errors()
                        .get(0)
                        .startsWith("Error assuming role: RequestError: send request failed\ncaused by: "),
                session.body());
        user.expect(400);
        assertTrue(
                user.errors()
                        .get(0)
                        .startsWith("Error creating IAM user: RequestError: send request failed\ncaused by: "),
                user.body());
    }

    @ParameterizedTest
    @MethodSource("ttls")
    void everyFormOfATtlIsUnderstood(Object ttl, long seconds) {
        // Given
        role("long", body("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppTwelveHours")));

        // When
        VaultAnswer answer = vault.write("aws/creds/long", body("ttl", ttl)).expect(200);

        // Then
        assertEquals(seconds, answer.leaseDuration(), A_MOMENT);
    }

    static Stream<Arguments> ttls() {
        return Stream.of(
                arguments(3600, 3600),
                arguments("3600", 3600),
                arguments("1h", 3600),
                arguments("60m", 3600),
                arguments("3600000ms", 3600),
                arguments("1.5h", 5400),
                arguments("2h30m", 9000),
                arguments(null, 3600));
    }

    @ParameterizedTest
    @MethodSource("refusedTtls")
    void aTtlThatAwsDoesNotTakeIsExplained(Object ttl, String asked) {
        // Given
        role("long", body("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppTwelveHours")));

        // When
        VaultAnswer answer = vault.write("aws/creds/long", body("ttl", ttl));

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith("Error assuming role: ValidationError: "), answer.body());
        assertTrue(answer.errors().get(0).contains("\nThe TTL of " + asked + " is "), answer.body());
    }

    static Stream<Arguments> refusedTtls() {
        return Stream.of(
                arguments("1d", "86400 s (24h)"),
                arguments(0, "0 s (0s)"),
                arguments("", "0 s (0s)"),
                arguments("899s", "899 s (14m59s)"));
    }

    @Test
    void aTtlThatIsNoneIsRefusedBeforeAws() {
        // Given
        role("s", assumedRole());

        // When
        VaultAnswer answer = ask("s", "ttl", "soon");

        // Then
        answer.expect(
                400,
                "Field validation failed: error converting input soon for field \"ttl\":"
                        + " time: invalid duration \"soon\"");
    }

    @ParameterizedTest
    @CsvSource({"max_sts_ttl of the role, 1h", "max_lease_ttl of the mount, 2h"})
    void aTtlAboveACeilingIsLoweredWithAWarningThatNamesIt(String ceiling, String most) {
        // Given
        vault.write("sys/mounts/aws/tune", Map.of("max_lease_ttl", "2h")).expect(204);
        String arn = AwsLab.roleArn("ProdAppTwelveHours");
        role(
                "long",
                ceiling.startsWith("max_sts")
                        ? body("credential_type", "assumed_role", "role_arns", arn, "max_sts_ttl", most)
                        : body("credential_type", "assumed_role", "role_arns", arn));

        // When
        VaultAnswer answer = ask("long", "ttl", "10h").expect(200);

        // Then
        assertEquals(
                List.of("TTL of \"10h\" exceeds the " + ceiling + ", \"" + most
                        + "\"; the credentials were requested for \"" + most + "\""),
                answer.warnings());
    }

    @Test
    void parametersThatNobodyKnowsAreNamedInAWarning() {
        // Given
        role("s", assumedRole());

        // When
        VaultAnswer answer =
                vault.read("aws/creds/s?region=eu-west-1&colour=red").expect(200);

        // Then
        assertEquals(List.of("Endpoint ignored these unrecognized parameters: [colour region]"), answer.warnings());
    }

    @Test
    void aNameThatRepeatsThePathIsNamedInAWarning() {
        // Given
        role("s", assumedRole());

        // When
        VaultAnswer answer = vault.write("aws/creds/s", body("name", "other")).expect(200);

        // Then
        assertEquals(
                List.of("Endpoint replaced the value of these parameters with the values captured from the endpoint's"
                        + " path: [name]"),
                answer.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ slice .PolicyName 9 }}", "{{ printf \"%s\" (random 99) }}"})
    void aTemplateThatGivesNoNameIsAFailure(String template) {
        // Given
        configure(Map.of("username_template", template));
        role("u", iamUser("user_path", "/a/"));

        // When
        VaultAnswer answer = vault.read("aws/creds/u");

        // Then
        answer.expect(500);
        assertTrue(
                answer.errors().get(0).startsWith("1 error occurred:\n\t* failed to generate username: unable to apply")
                        || answer.errors()
                                .equals(List.of("1 error occurred:\n\t* the username generated by the template exceeds"
                                        + " the IAM username length limits of 64 chars\n\n")),
                answer.body());
    }

    @Test
    void aLegacyRoleTellsTheDoorsApart() {
        // Given
        role("old", body("policy", CredentialTypesTest.KnownType.S3_GET));
        role("older", body("arn", RW));

        // When
        VaultAnswer user = vault.read("aws/creds/old");
        VaultAnswer session = vault.read("aws/sts/old");
        VaultAnswer wrongDoor = vault.read("aws/creds/older");

        // Then
        assertTrue(text(user.expect(200), "access_key").startsWith("AKIA"));
        assertTrue(text(session.expect(200), "access_key").startsWith("ASIA"));
        wrongDoor.expect(
                400,
                "attempted to retrieve assumed_role credentials through the creds path; this is not allowed for legacy"
                        + " roles");
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

    private static Map<String, Object> iamUser(Object... more) {
        return typed("iam_user", more);
    }

    private static Map<String, Object> assumedRole(Object... more) {
        Map<String, Object> role = typed("assumed_role", more);
        role.put("role_arns", RW);
        return role;
    }

    private static Map<String, Object> typed(String type, Object... more) {
        return body(Stream.concat(Stream.of("credential_type", type), Arrays.stream(more))
                .toArray());
    }
}
