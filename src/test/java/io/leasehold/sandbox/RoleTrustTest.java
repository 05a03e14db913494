package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.ACCOUNT;
import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static io.leasehold.sandbox.SandboxFixture.message;
import static io.leasehold.sandbox.SandboxFixture.roleArn;
import static io.leasehold.sandbox.SandboxFixture.userArn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

class RoleTrustTest {

    private static final String MAY_ASSUME_ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}""";
    private static final String MAY_ASSUME_NONE = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"*"}]}""";

    private SandboxFixture sandbox;

    @BeforeEach
    void start() {
        sandbox = new SandboxFixture();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String trust(String principal, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":" + principal
                + ",\"Action\":\"sts:AssumeRole\"" + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}]}";
    }

    private static String aws(String principal) {
        return "{\"AWS\":\"" + principal + "\"}";
    }

    private void role(String name, String trust) {
        sandbox.adminIam()
                .createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust))
                .join();
    }

    private CompletableFuture<AssumeRoleResponse> assume(AwsCredentials caller, String role) {
        return sandbox.sts(caller).assumeRole(r -> r.roleArn(roleArn(role)).roleSessionName("session"));
    }

    static Stream<Arguments> principals() {
        return Stream.of(
                arguments("user", aws(userArn("alice")), null, "allowed"),
                arguments("other user", aws(userArn("VaultRunner")), MAY_ASSUME_ALL, "refused"),
                arguments("account id, no policy", aws(ACCOUNT), null, "refused"),
                arguments("account id, policy", aws(ACCOUNT), MAY_ASSUME_ALL, "allowed"),
                arguments("account root, no policy", aws("arn:aws:iam::" + ACCOUNT + ":root"), null, "refused"),
                arguments("account root, policy", aws("arn:aws:iam::" + ACCOUNT + ":root"), MAY_ASSUME_ALL, "allowed"),
                arguments("anyone", aws("*"), null, "allowed"),
                arguments("anyone, short", "\"*\"", null, "allowed"),
                arguments("user, but denied by policy", aws(userArn("alice")), MAY_ASSUME_NONE, "refused"),
                arguments("other account", aws("999988887777"), MAY_ASSUME_ALL, "refused"),
                arguments("service", "{\"Service\":\"ec2.amazonaws.com\"}", MAY_ASSUME_ALL, "refused"));
    }

    @ParameterizedTest(name = "trust in {0}: {3}")
    @MethodSource("principals")
    void aTrustPolicySaysWhoMayAssume(String name, String principal, String policy, String expected) {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", policy);
        role("target", trust(principal, ""));

        // When
        var call = assume(alice, "target");

        // Then
        if (expected.equals("allowed")) {
            assertNotNull(call.join().credentials());
        } else {
            assertEquals("AccessDenied 403", codeAndStatus(call));
        }
    }

    @Test
    void aDenyInTheTrustPolicyOutweighsAnAllow() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", MAY_ASSUME_ALL);
        role("target", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"},
                  {"Effect":"Deny","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}""".formatted(userArn("alice")));

        // When
        String refusal = codeAndStatus(assume(alice, "target"));

        // Then
        assertEquals("AccessDenied 403", refusal);
    }

    @ParameterizedTest(name = "trust in {0}")
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:role/VaultRunner",
                "arn:aws:sts::111122223333:assumed-role/VaultRunner/session"
            })
    void aRoleAndOneOfItsSessionsCanBeTrusted(String principal) {
        // Given
        role("target", trust(aws(principal), ""));
        AwsCredentials session = credentials(sandbox.assume(sandbox.runnerSts(), "VaultRunner"));

        // When
        var call = assume(session, "target");

        // Then
        assertNotNull(call.join().credentials());
    }

    @ParameterizedTest(name = "external id {0}")
    @ValueSource(strings = {"partner-2718", "partner-3141", ""})
    void anExternalIdMustBeTheRightOne(String externalId) {
        // When
        var call = sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("ProdAppPartner"))
                        .roleSessionName("session")
                        .externalId(externalId.isEmpty() ? null : externalId));

        // Then
        if (externalId.equals(SandboxSeed.EXTERNAL_ID)) {
            assertNotNull(call.join().credentials());
        } else {
            assertEquals("AccessDenied 403", codeAndStatus(call));
        }
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("{\"StringLike\":{\"sts:RoleSessionName\":\"sess*\"}}", true),
                arguments("{\"StringLike\":{\"sts:RoleSessionName\":\"${aws:username}\"}}", false),
                arguments("{\"StringEquals\":{\"aws:username\":\"alice\"}}", true),
                arguments("{\"StringNotEquals\":{\"aws:username\":\"alice\"}}", false),
                arguments("{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:user/ali*\"}}", true),
                arguments("{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/*\"}}", false),
                arguments("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", false),
                arguments("{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", true),
                arguments("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}", true),
                arguments("{\"NumericLessThan\":{\"sts:DurationSeconds\":\"3600\"}}", false),
                arguments("{\"Null\":{\"sts:ExternalId\":\"true\"}}", true),
                arguments("{\"IpAddress\":{\"aws:SourceIp\":\"127.0.0.0/8\"}}", true),
                arguments("{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}", false),
                arguments("{\"DateLessThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}}", false));
    }

    @ParameterizedTest(name = "{0} holds: {1}")
    @MethodSource("conditions")
    void aConditionOfTheTrustPolicyMustHold(String condition, boolean holds) {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        role("target", trust(aws(userArn("alice")), condition));

        // When
        var call = assume(alice, "target");

        // Then
        if (holds) {
            assertNotNull(call.join().credentials());
        } else {
            assertEquals("AccessDenied 403", codeAndStatus(call));
        }
    }

    @Test
    void aMissingRoleLooksLikeOneThatMayNotBeAssumed() {
        // When
        String message = message(assume(credentials(sandbox.seeded.runnerKey()), "ProdAppNowhere"));

        // Then
        assertEquals(
                "User: arn:aws:iam::111122223333:user/VaultRunner is not authorized to perform: sts:AssumeRole on"
                        + " resource: arn:aws:iam::111122223333:role/ProdAppNowhere",
                message);
    }

    @Test
    void theAccountRootCannotAssumeRoles() {
        // When
        String refusal = codeAndStatus(assume(sandbox.root(), "ProdAppRW"));

        // Then
        assertEquals("AccessDenied 403", refusal);
    }

    @Test
    void tagsNeedTagSession() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        role("target", trust(aws(userArn("alice")), ""));

        // When
        var call = sandbox.sts(alice)
                .assumeRole(r -> r.roleArn(roleArn("target"))
                        .roleSessionName("session")
                        .tags(t -> t.key("team").value("red")));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(call));
        assertEquals(
                "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: sts:TagSession on resource:"
                        + " arn:aws:iam::111122223333:role/target",
                message(call));
    }

    @Test
    void aSourceIdentityNeedsItsOwnRight() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        role("target", trust(aws(userArn("alice")), ""));

        // When
        var call = sandbox.sts(alice)
                .assumeRole(r ->
                        r.roleArn(roleArn("target")).roleSessionName("session").sourceIdentity("alice"));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(call));
    }

    @Test
    void aSourceIdentityStaysThroughAChain() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        String trustAll =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:*\"}}";
        role("first", trustAll);
        role("second", trustAll);
        sandbox.adminIam()
                .attachRolePolicy(r -> r.roleName("first").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"))
                .join();
        StsAsyncClient chained = sandbox.sts(credentials(sandbox.sts(alice)
                .assumeRole(r ->
                        r.roleArn(roleArn("first")).roleSessionName("session").sourceIdentity("alice"))
                .join()
                .credentials()));

        // When
        AssumeRoleResponse kept = chained.assumeRole(
                        r -> r.roleArn(roleArn("second")).roleSessionName("session"))
                .join();
        var changed = chained.assumeRole(
                r -> r.roleArn(roleArn("second")).roleSessionName("session").sourceIdentity("mallory"));

        // Then
        assertEquals("alice", kept.sourceIdentity());
        assertEquals("AccessDenied 403", codeAndStatus(changed));
    }

    @Test
    void aTransitiveTagCannotBeOverriddenInAChain() {
        // Given
        StsAsyncClient chained = sandbox.sts(credentials(sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("VaultRunner"))
                        .roleSessionName("session")
                        .tags(t -> t.key("team").value("red"))
                        .transitiveTagKeys("team"))
                .join()
                .credentials()));

        // When
        var call = chained.assumeRole(r -> r.roleArn(roleArn("ProdAppRW"))
                .roleSessionName("session")
                .tags(t -> t.key("Team").value("blue")));

        // Then
        assertEquals("InvalidParameterValue 400", codeAndStatus(call));
    }

    @Test
    void anMfaProtectedRoleNeedsACode() {
        // Given
        var device = sandbox.runnerDevice();
        String code = device.codeAt(sandbox.clock.instant());

        // When
        var without = sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("ProdAppWithMfa")).roleSessionName("session"));
        var wrong = sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("ProdAppWithMfa"))
                        .roleSessionName("session")
                        .serialNumber(device.serialNumber())
                        .tokenCode(code.equals("000000") ? "000001" : "000000"));
        var right = sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("ProdAppWithMfa"))
                        .roleSessionName("session")
                        .serialNumber(device.serialNumber())
                        .tokenCode(code));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(without));
        assertEquals("AccessDenied 403", codeAndStatus(wrong));
        assertNotNull(right.join().credentials());
    }

    @Test
    void aSessionMadeWithMfaOpensAnMfaProtectedRole() {
        // Given
        var device = sandbox.runnerDevice();
        var session = sandbox.runnerSts()
                .getSessionToken(
                        r -> r.serialNumber(device.serialNumber()).tokenCode(device.codeAt(sandbox.clock.instant())))
                .join()
                .credentials();

        // When
        var call = assume(credentials(session), "ProdAppWithMfa");

        // Then
        assertNotNull(call.join().credentials());
    }
}
