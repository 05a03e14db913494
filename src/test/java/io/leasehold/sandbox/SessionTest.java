package io.leasehold.sandbox;

import static io.leasehold.sandbox.RawCaller.outcome;
import static io.leasehold.sandbox.RawCaller.text;
import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static io.leasehold.sandbox.SandboxFixture.message;
import static io.leasehold.sandbox.SandboxFixture.roleArn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.sts.model.Credentials;

class SessionTest {

    private SandboxFixture sandbox;

    @BeforeEach
    void start() {
        sandbox = new SandboxFixture();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Credentials userSession() {
        return sandbox.runnerSts().getSessionToken().join().credentials();
    }

    private Credentials userSessionWithMfa() {
        var device = sandbox.runnerDevice();
        return sandbox.runnerSts()
                .getSessionToken(
                        r -> r.serialNumber(device.serialNumber()).tokenCode(device.codeAt(sandbox.clock.instant())))
                .join()
                .credentials();
    }

    private Credentials federated() {
        return sandbox.runnerSts()
                .getFederationToken(
                        r -> r.name("alice").policyArns(p -> p.arn("arn:aws:iam::aws:policy/AdministratorAccess")))
                .join()
                .credentials();
    }

    @Test
    void aSessionEndsByTheClock() {
        // Given
        RawCaller session = sandbox.raw(credentials(sandbox.assume(sandbox.runnerSts(), "ProdAppRW")));

        // When
        sandbox.clock.advance(Duration.ofSeconds(3590));
        String before = outcome(session.sts("GetCallerIdentity"));
        sandbox.clock.advance(Duration.ofSeconds(10));
        var after = session.sts("GetCallerIdentity");

        // Then
        assertEquals("200", before);
        assertEquals("ExpiredToken 403", outcome(after));
        assertEquals("The security token included in the request is expired", text(after, "Message"));
    }

    @Test
    void aDenyOnOlderTokensEndsTheSessionsThatAreOut() {
        // Given
        sandbox.adminIam()
                .attachRolePolicy(r -> r.roleName("ProdAppRW").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"))
                .join();
        RawCaller old = sandbox.raw(credentials(sandbox.assume(sandbox.runnerSts(), "ProdAppRW")));
        String before = outcome(old.iam("ListUsers"));
        sandbox.clock.advance(Duration.ofSeconds(5));

        // When
        String deny = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*",
                 "Condition":{"DateLessThan":{"aws:TokenIssueTime":"%s"}}}]}""".formatted(sandbox.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        sandbox.adminIam()
                .putRolePolicy(r -> r.roleName("ProdAppRW")
                        .policyName("AWSRevokeOlderSessions")
                        .policyDocument(deny))
                .join();
        sandbox.clock.advance(Duration.ofSeconds(5));
        RawCaller fresh = sandbox.raw(credentials(sandbox.assume(sandbox.runnerSts(), "ProdAppRW")));

        // Then
        assertEquals("200", before);
        assertEquals("AccessDenied 403", outcome(old.iam("ListUsers")));
        assertTrue(text(old.iam("ListUsers"), "Message").endsWith("with an explicit deny in an identity-based policy"));
        assertEquals("200", outcome(fresh.iam("ListUsers")));
    }

    @Test
    void aSessionOfADeletedRoleIsWorthNothing() {
        // Given
        RawCaller session = sandbox.raw(credentials(sandbox.assume(sandbox.runnerSts(), "ProdAppRW")));
        String policy = "arn:aws:iam::111122223333:policy/ProdAppReadWrite";

        // When
        sandbox.adminIam()
                .detachRolePolicy(r -> r.roleName("ProdAppRW").policyArn(policy))
                .join();
        sandbox.adminIam().deleteRole(r -> r.roleName("ProdAppRW")).join();

        // Then
        assertEquals("InvalidClientTokenId 403", outcome(session.sts("GetCallerIdentity")));
    }

    @Test
    void aSessionPolicyNarrowsTheRole() {
        // Given
        sandbox.adminIam()
                .attachRolePolicy(r -> r.roleName("ProdAppRW").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"))
                .join();
        AwsCredentials narrowed = credentials(sandbox.runnerSts()
                .assumeRole(r -> r.roleArn(roleArn("ProdAppRW"))
                        .roleSessionName("session")
                        .policy("""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}"""))
                .join()
                .credentials());

        // When
        var allowed = sandbox.iam(narrowed).listUsers();
        var narrowedAway = sandbox.iam(narrowed).listRoles();
        var neverAllowed = sandbox.iam(narrowed).createUser(r -> r.userName("bob"));

        // Then
        assertNotNull(allowed.join());
        assertTrue(message(narrowedAway).endsWith("because no session policy allows the iam:ListRoles action"));
        assertTrue(message(neverAllowed).contains("no identity-based policy allows the iam:CreateUser action"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"federated user", "user session"})
    void iamIsClosedToSessionsThatAreNeitherARoleNorMadeWithMfa(String kind) {
        // Given
        Credentials session = kind.equals("federated user") ? federated() : userSession();

        // When
        String refusal = codeAndStatus(sandbox.iam(credentials(session)).getUser(r -> r.userName("VaultRunner")));

        // Then
        assertEquals("InvalidClientTokenId 403", refusal);
    }

    @Test
    void iamIsOpenToAUserSessionMadeWithMfa() {
        // Given
        AwsCredentials session = credentials(userSessionWithMfa());

        // When
        String name = sandbox.iam(session).getUser().join().user().userName();

        // Then
        assertEquals("VaultRunner", name);
    }

    @ParameterizedTest(name = "{0} by a {1}")
    @CsvSource({
        "GetFederationToken, user session",
        "GetFederationToken, federated user",
        "GetFederationToken, role session",
        "GetSessionToken, user session",
        "GetSessionToken, federated user",
        "GetSessionToken, role session",
    })
    void sessionsCannotMakeSessionsOfTheirOwn(String action, String kind) {
        // Given
        Credentials session = switch (kind) {
            case "user session" -> userSession();
            case "federated user" -> federated();
            default -> sandbox.assume(sandbox.runnerSts(), "ProdAppRW");
        };

        // When
        var response = sandbox.raw(credentials(session)).sts(action, "Name", "bob");

        // Then
        assertEquals("AccessDenied 403", outcome(response));
        assertEquals("Cannot call " + action + " with session credentials", text(response, "Message"));
    }

    @Test
    void aFederatedUserCannotAssumeRolesButAUserSessionCan() {
        // When
        var federated = sandbox.sts(credentials(federated()))
                .assumeRole(r -> r.roleArn(roleArn("ProdAppRW")).roleSessionName("session"));
        var session = sandbox.sts(credentials(userSession()))
                .assumeRole(r -> r.roleArn(roleArn("ProdAppRW")).roleSessionName("session"));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(federated));
        assertNotNull(session.join().credentials());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a", "123456789012345678901234567890123", "with space"})
    void aFederatedNameHasTwoToThirtyTwoPlainCharacters(String name) {
        // When
        String refusal = codeAndStatus(sandbox.runnerSts().getFederationToken(r -> r.name(name)));

        // Then
        assertEquals("ValidationError 400", refusal);
    }

    @ParameterizedTest(name = "{0} seconds")
    @ValueSource(ints = {899, 129601})
    void longSessionsHaveTheirRangeToo(int seconds) {
        // When
        var federation =
                sandbox.runnerSts().getFederationToken(r -> r.name("alice").durationSeconds(seconds));
        var session = sandbox.runnerSts().getSessionToken(r -> r.durationSeconds(seconds));

        // Then
        assertEquals("ValidationError 400", codeAndStatus(federation));
        assertEquals("ValidationError 400", codeAndStatus(session));
    }

    @Test
    void longSessionsLastTwelveHoursByDefaultAndAnHourForTheRoot() {
        // When
        long user = secondsLeft(userSession());
        long federated = secondsLeft(federated());
        long root = secondsLeft(sandbox.sts(sandbox.root())
                .getSessionToken(r -> r.durationSeconds(43200))
                .join()
                .credentials());

        // Then
        assertEquals(43200, user, 3);
        assertEquals(43200, federated, 3);
        assertEquals(3600, root, 3);
    }

    @Test
    void federationNeedsItsRight() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);

        // When
        var call = sandbox.sts(alice).getFederationToken(r -> r.name("bob"));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(call));
        assertTrue(message(call)
                .contains("sts:GetFederationToken on resource: arn:aws:sts::111122223333:federated-user/bob"));
    }

    @Test
    void aFederatedUserCarriesPoliciesAndTags() {
        // When
        var response = sandbox.runnerSts()
                .getFederationToken(r -> r.name("alice")
                        .policyArns(p -> p.arn("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))
                        .tags(t -> t.key("team").value("red"))
                        .durationSeconds(900))
                .join();

        // Then
        assertEquals("111122223333:alice", response.federatedUser().federatedUserId());
        assertTrue(response.packedPolicySize() > 0);
        assertEquals(900, secondsLeft(response.credentials()), 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"wrong code", "unknown device", "no code"})
    void aOneTimeCodeMustBeRight(String what) {
        // Given
        var device = sandbox.runnerDevice();
        String good = device.codeAt(sandbox.clock.instant());
        String code = switch (what) {
            case "wrong code" -> good.equals("123456") ? "654321" : "123456";
            case "no code" -> null;
            default -> good;
        };
        String serial = what.equals("unknown device") ? device.serialNumber() + "2" : device.serialNumber();

        // When
        var call =
                sandbox.runnerSts().getSessionToken(r -> r.serialNumber(serial).tokenCode(code));

        // Then
        assertEquals("AccessDenied 403", codeAndStatus(call));
        assertTrue(message(call).startsWith("MultiFactorAuthentication failed"), message(call));
    }

    private long secondsLeft(Credentials session) {
        return Duration.between(sandbox.clock.instant(), session.expiration()).toSeconds();
    }
}
