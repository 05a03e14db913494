package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

class IamPoliciesTest {

    private static final String DOCUMENT = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private SandboxFixture sandbox;
    private IamAsyncClient iam;

    @BeforeEach
    void start() {
        sandbox = new SandboxFixture();
        iam = sandbox.adminIam();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** A valid document of this many characters that count. */
    private static String sized(int length) {
        String head =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::";
        return head + "x".repeat(length - head.length() - 3) + "\"}}";
    }

    private void put(String kind, String name, String policy, String document) {
        switch (kind) {
            case "user" ->
                iam.putUserPolicy(r -> r.userName(name).policyName(policy).policyDocument(document))
                        .join();
            case "group" ->
                iam.putGroupPolicy(r -> r.groupName(name).policyName(policy).policyDocument(document))
                        .join();
            default ->
                iam.putRolePolicy(r -> r.roleName(name).policyName(policy).policyDocument(document))
                        .join();
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({"user, Admin, 2048", "group, ReadOnlyGroup, 5120", "role, ProdAppRW, 10240"})
    void inlinePoliciesHaveOneSizeTogether(String kind, String name, int limit) {
        // Given
        if (kind.equals("group")) {
            iam.deleteGroupPolicy(r -> r.groupName(name).policyName("LogReader"))
                    .join();
        }
        put(kind, name, "first", sized(limit - 200) + "  \n ".repeat(100));
        put(kind, name, "second", sized(200));

        // When
        var call = switch (kind) {
            case "user" ->
                iam.putUserPolicy(r -> r.userName(name).policyName("third").policyDocument(sized(150)));
            case "group" ->
                iam.putGroupPolicy(r -> r.groupName(name).policyName("third").policyDocument(sized(150)));
            default ->
                iam.putRolePolicy(r -> r.roleName(name).policyName("third").policyDocument(sized(150)));
        };

        // Then
        assertEquals("LimitExceeded 409", codeAndStatus(call));
        assertEquals("Maximum policy size of " + limit + " bytes exceeded for " + kind + " " + name, message(call));
    }

    @Test
    void anInlinePolicyIsReturnedPercentEncoded() {
        // Given
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::a+b/*\"} }";
        put("user", "Admin", "own", document);

        // When
        String returned = iam.getUserPolicy(r -> r.userName("Admin").policyName("own"))
                .join()
                .policyDocument();

        // Then
        assertTrue(returned.startsWith("%7B%22Version%22"), returned);
        assertFalse(returned.contains("+"));
        assertEquals(document, URLDecoder.decode(returned, StandardCharsets.UTF_8));
        assertEquals(
                List.of("own"),
                iam.listUserPolicies(r -> r.userName("Admin")).join().policyNames());
    }

    @ParameterizedTest(name = "through {0}")
    @ValueSource(strings = {"inline", "attached", "group inline", "group attached"})
    void aRightMayComeFromAnyOfAUsersPolicies(String source) {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        String arn = iam.createPolicy(r -> r.policyName("lister").policyDocument(DOCUMENT))
                .join()
                .policy()
                .arn();
        iam.createGroup(r -> r.groupName("team")).join();
        iam.addUserToGroup(r -> r.groupName("team").userName("alice")).join();
        String before = codeAndStatus(sandbox.iam(alice).listUsers());

        // When
        switch (source) {
            case "inline" -> put("user", "alice", "own", DOCUMENT);
            case "attached" ->
                iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn)).join();
            case "group inline" -> put("group", "team", "own", DOCUMENT);
            default ->
                iam.attachGroupPolicy(r -> r.groupName("team").policyArn(arn)).join();
        }

        // Then
        assertEquals("AccessDenied 403", before);
        assertNotNull(sandbox.iam(alice).listUsers().join());
    }

    @Test
    void aRefusalNamesCallerActionAndResource() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);

        // When
        String message = message(sandbox.iam(alice).createUser(r -> r.userName("bob")));

        // Then
        assertEquals(
                "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: iam:CreateUser on resource:"
                        + " arn:aws:iam::111122223333:user/bob because no identity-based policy allows the"
                        + " iam:CreateUser action",
                message);
    }

    @Test
    void aRightOnAPathDoesNotReachBeyondIt() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:Create*","iam:TagUser"],
                 "Resource":"arn:aws:iam::111122223333:user/vault-*"}}""");

        // When
        var inside = sandbox.iam(alice).createUser(r -> r.userName("vault-1"));
        var outside = sandbox.iam(alice).createUser(r -> r.userName("other"));
        var otherAction = sandbox.iam(alice).deleteUser(r -> r.userName("vault-1"));

        // Then
        assertNotNull(inside.join());
        assertEquals("AccessDenied 403", codeAndStatus(outside));
        assertEquals("AccessDenied 403", codeAndStatus(otherAction));
    }

    @Test
    void aManagedPolicyHasWhatItWasCreatedWith() {
        // When
        var created = iam.createPolicy(r -> r.policyName("lister")
                        .path("/team/")
                        .policyDocument(DOCUMENT)
                        .description("d"))
                .join()
                .policy();
        iam.attachRolePolicy(r -> r.roleName("ProdAppRW").policyArn(created.arn()))
                .join();
        var read = iam.getPolicy(r -> r.policyArn(created.arn())).join().policy();
        var version = iam.getPolicyVersion(r -> r.policyArn(created.arn()).versionId("v1"))
                .join()
                .policyVersion();

        // Then
        assertEquals("arn:aws:iam::111122223333:policy/team/lister", created.arn());
        assertEquals(1, read.attachmentCount());
        assertEquals(DOCUMENT, URLDecoder.decode(version.document(), StandardCharsets.UTF_8));
        assertTrue(version.isDefaultVersion());
    }

    @Test
    void aPolicyNameIsTakenOnce() {
        // Given
        iam.createPolicy(r -> r.policyName("lister").policyDocument(DOCUMENT)).join();

        // When
        String refusal =
                codeAndStatus(iam.createPolicy(r -> r.policyName("Lister").policyDocument(DOCUMENT)));

        // Then
        assertEquals("EntityAlreadyExists 409", refusal);
    }

    @Test
    void aManagedPolicyHasItsSizeWithoutWhiteSpace() {
        // When
        var fits = iam.createPolicy(r -> r.policyName("a").policyDocument(sized(6144) + " ".repeat(500)));
        var tooLarge = iam.createPolicy(r -> r.policyName("b").policyDocument(sized(6145)));

        // Then
        assertNotNull(fits.join());
        assertEquals("LimitExceeded 409", codeAndStatus(tooLarge));
        assertEquals("Cannot exceed quota for PolicySize: 6144", message(tooLarge));
    }

    @Test
    void anAttachedPolicyCannotBeDeletedAndAmazonsNever() {
        // Given
        String arn = iam.createPolicy(r -> r.policyName("lister").policyDocument(DOCUMENT))
                .join()
                .policy()
                .arn();
        iam.attachUserPolicy(r -> r.userName("Admin").policyArn(arn)).join();

        // When
        String attached = codeAndStatus(iam.deletePolicy(r -> r.policyArn(arn)));
        String amazons = codeAndStatus(iam.deletePolicy(r -> r.policyArn(READ_ONLY)));
        iam.detachUserPolicy(r -> r.userName("Admin").policyArn(arn)).join();
        iam.deletePolicy(r -> r.policyArn(arn)).join();

        // Then
        assertEquals("DeleteConflict 409", attached);
        assertEquals("AccessDenied 403", amazons);
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getPolicy(r -> r.policyArn(arn))));
    }

    @Test
    void aPolicyForServicesIsNotAttachable() {
        // When
        String refusal = codeAndStatus(iam.attachRolePolicy(r -> r.roleName("ProdAppRW")
                .policyArn("arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy")));

        // Then
        assertEquals("PolicyNotAttachable 400", refusal);
    }

    @Test
    void tenPoliciesCanBeAttachedToAUser() {
        // Given
        iam.createUser(r -> r.userName("alice")).join();
        List<String> arns = IntStream.range(0, 11)
                .mapToObj(i -> iam.createPolicy(r -> r.policyName("p" + i).policyDocument(DOCUMENT))
                        .join()
                        .policy()
                        .arn())
                .toList();
        arns.subList(0, 10)
                .forEach(arn -> iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn))
                        .join());

        // When
        var again = iam.attachUserPolicy(r -> r.userName("alice").policyArn(arns.get(0)));
        var eleventh = iam.attachUserPolicy(r -> r.userName("alice").policyArn(arns.get(10)));

        // Then
        assertNotNull(again.join());
        assertEquals("LimitExceeded 409", codeAndStatus(eleventh));
        assertEquals("Cannot exceed quota for PoliciesPerUser: 10", message(eleventh));
    }

    @Test
    void theGroupOfTheSeedHasBothKindsOfPolicies() {
        // When
        var attached = sandbox.runnerIam()
                .listAttachedGroupPolicies(r -> r.groupName("ReadOnlyGroup"))
                .join()
                .attachedPolicies();
        var inline = sandbox.runnerIam()
                .listGroupPolicies(r -> r.groupName("ReadOnlyGroup"))
                .join()
                .policyNames();
        var document = sandbox.runnerIam()
                .getGroupPolicy(r -> r.groupName("ReadOnlyGroup").policyName("LogReader"))
                .join();

        // Then
        assertEquals(
                List.of(AttachedPolicy.builder()
                        .policyName("ReadOnlyAccess")
                        .policyArn(READ_ONLY)
                        .build()),
                attached);
        assertEquals(List.of("LogReader"), inline);
        assertTrue(document.policyDocument().contains("logs%3AGet"));
    }

    @Test
    void listsCanBeOfAmazonsOrOnesOwn() {
        // When
        var own = iam.listPolicies(r -> r.scope(PolicyScopeType.LOCAL)).join().policies();
        var amazons = iam.listPolicies(r -> r.scope(PolicyScopeType.AWS)).join().policies();
        var attached = iam.listPolicies(r -> r.scope(PolicyScopeType.AWS).onlyAttached(true))
                .join()
                .policies();

        // Then
        assertTrue(own.stream().allMatch(policy -> policy.arn().startsWith("arn:aws:iam::111122223333:")));
        assertTrue(amazons.stream().anyMatch(policy -> policy.policyName().equals("PowerUserAccess")));
        assertTrue(attached.size() < amazons.size());
    }
}
