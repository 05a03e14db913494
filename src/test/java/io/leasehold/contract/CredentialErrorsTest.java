package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal of credentials with its status and its text, a row for each. */
@QuarkusTest
@Tag("database")
class CredentialErrorsTest extends ContractSuite {
    private static final String RW = AwsLab.roleArn("ProdAppRW");
    private static final String NO_ANSWER = "http://127.0.0.1:1";

    @BeforeEach
    void mount() {
        enableAws(Map.of("max_retries", 0));
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
        role("one", Roles.assumedRole());

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
                arguments("AssumeRole", "Error assuming role: ", Roles.assumedRole()),
                arguments(
                        "GetFederationToken",
                        "Error generating STS keys: ",
                        body("credential_type", "federation_token", "policy_arns", readOnly)),
                arguments("GetSessionToken", "Error generating STS keys: ", body("credential_type", "session_token")),
                arguments("CreateUser", "Error creating IAM user: ", Roles.iamUser("user_path", "/a/")),
                arguments("AttachUserPolicy", "Error attaching user policy: ", Roles.iamUser("policy_arns", readOnly)),
                arguments(
                        "PutUserPolicy",
                        "Error putting user policy: ",
                        Roles.iamUser("policy_document", CredentialTypesTest.KnownType.S3_GET)),
                arguments(
                        "AddUserToGroup", "Error adding user to group: ", Roles.iamUser("iam_groups", "ReadOnlyGroup")),
                arguments("CreateAccessKey", "Error creating access keys: ", Roles.iamUser("user_path", "/a/")),
                arguments("ListAttachedGroupPolicies", "", Roles.assumedRole("iam_groups", "ReadOnlyGroup")));
    }

    @Test
    void tagsThatAwsRefusesAreNamedAsTheReason() {
        // Given
        role("r", Roles.iamUser("iam_tags", Map.of("aws:reserved", "x")));

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
        role("s", Roles.assumedRole());
        role("u", Roles.iamUser("user_path", "/a/"));
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
        role("s", Roles.assumedRole());
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
        role("s", Roles.assumedRole());
        role("u", Roles.iamUser("user_path", "/a/"));

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

    @Test
    void parametersThatNobodyKnowsAreNamedInAWarning() {
        // Given
        role("s", Roles.assumedRole());

        // When
        VaultAnswer answer =
                vault.read("aws/creds/s?region=eu-west-1&colour=red").expect(200);

        // Then
        assertEquals(List.of("Endpoint ignored these unrecognized parameters: [colour region]"), answer.warnings());
    }

    @Test
    void aNameThatRepeatsThePathIsNamedInAWarning() {
        // Given
        role("s", Roles.assumedRole());

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
        role("u", Roles.iamUser("user_path", "/a/"));

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
}
