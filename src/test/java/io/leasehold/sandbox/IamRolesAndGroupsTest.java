package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.Role;

class IamRolesAndGroupsTest {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},
             "Action":"sts:AssumeRole"}]}""";

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

    @Test
    void aRoleHasWhatItWasCreatedWith() {
        // When
        iam.createRole(r -> r.roleName("app")
                        .path("/team/")
                        .assumeRolePolicyDocument(TRUST)
                        .description("d")
                        .maxSessionDuration(7200)
                        .tags(t -> t.key("team").value("red")))
                .join();
        Role role = iam.getRole(r -> r.roleName("app")).join().role();

        // Then
        assertEquals("arn:aws:iam::111122223333:role/team/app", role.arn());
        assertTrue(role.roleId().matches("AROA[A-Z2-7]{17}"));
        assertEquals(7200, role.maxSessionDuration());
        assertEquals("d", role.description());
        assertEquals(TRUST, URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8));
        assertEquals("red", role.tags().get(0).value());
    }

    @Test
    void aRoleAllowsAnHourUnlessToldOtherwise() {
        // When
        Role role = iam.createRole(r -> r.roleName("app").assumeRolePolicyDocument(TRUST))
                .join()
                .role();

        // Then
        assertEquals(3600, role.maxSessionDuration());
    }

    @ParameterizedTest(name = "{0} seconds")
    @ValueSource(ints = {900, 3599, 43201})
    void theMaximumSessionIsOneToTwelveHours(int seconds) {
        // When
        var creating = iam.createRole(
                r -> r.roleName("app").assumeRolePolicyDocument(TRUST).maxSessionDuration(seconds));
        var updating = iam.updateRole(r -> r.roleName("ProdAppRW").maxSessionDuration(seconds));

        // Then
        assertEquals("ValidationError 400", codeAndStatus(creating));
        assertEquals("ValidationError 400", codeAndStatus(updating));
        assertTrue(message(updating)
                .startsWith("1 validation error detected: Value '" + seconds + "' at 'maxSessionDuration'"));
    }

    @Test
    void onlyTheSeedHasARoleOfFifteenMinutes() {
        // When
        int seconds = sandbox.runnerIam()
                .getRole(r -> r.roleName("ProdAppFifteenMinutes"))
                .join()
                .role()
                .maxSessionDuration();

        // Then
        assertEquals(900, seconds);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\"}]}",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"s3:*\"}]}",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}]}",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/nobody\"},\"Action\":\"sts:AssumeRole\"}]}",
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"alice\"},\"Action\":\"sts:AssumeRole\"}]}",
                "not json",
            })
    void aTrustPolicyThatCannotWorkIsMalformed(String trust) {
        // When
        var creating = iam.createRole(r -> r.roleName("app").assumeRolePolicyDocument(trust));
        var updating = iam.updateAssumeRolePolicy(r -> r.roleName("ProdAppRW").policyDocument(trust));

        // Then
        assertEquals("MalformedPolicyDocument 400", codeAndStatus(creating));
        assertEquals("MalformedPolicyDocument 400", codeAndStatus(updating));
    }

    @Test
    void aTrustPolicyHasItsSize() {
        // Given
        String large = TRUST + " ".repeat(2049 - TRUST.length());

        // When
        var call = iam.createRole(r -> r.roleName("app").assumeRolePolicyDocument(large));

        // Then
        assertEquals("LimitExceeded 409", codeAndStatus(call));
        assertEquals("Cannot exceed quota for ACLSizePerRole: 2048", message(call));
    }

    @Test
    void aNewTrustPolicyWorksAtOnce() {
        // Given
        String deny = TRUST.replace("Allow", "Deny");

        // When
        iam.updateAssumeRolePolicy(r -> r.roleName("ProdAppRW").policyDocument(deny))
                .join();

        // Then
        assertEquals(
                "AccessDenied 403",
                codeAndStatus(sandbox.runnerSts()
                        .assumeRole(r ->
                                r.roleArn(SandboxFixture.roleArn("ProdAppRW")).roleSessionName("session"))));
    }

    @Test
    void aRoleIsTakenOnceAndDeletedWhenNothingHangsOnIt() {
        // Given
        iam.createRole(r -> r.roleName("app").assumeRolePolicyDocument(TRUST)).join();
        iam.attachRolePolicy(r -> r.roleName("app").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"))
                .join();

        // When
        String again = codeAndStatus(iam.createRole(r -> r.roleName("APP").assumeRolePolicyDocument(TRUST)));
        String attached = codeAndStatus(iam.deleteRole(r -> r.roleName("app")));
        iam.detachRolePolicy(r -> r.roleName("app").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"))
                .join();
        iam.deleteRole(r -> r.roleName("app")).join();

        // Then
        assertEquals("EntityAlreadyExists 409", again);
        assertEquals("DeleteConflict 409", attached);
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getRole(r -> r.roleName("app"))));
    }

    @Test
    void aGroupKnowsItsMembersAndAMemberItsGroups() {
        // Given
        iam.createGroup(r -> r.groupName("team")).join();
        iam.addUserToGroup(r -> r.groupName("team").userName("Admin")).join();

        // When
        var members = iam.getGroup(r -> r.groupName("team")).join().users();
        var groups = iam.listGroupsForUser(r -> r.userName("Admin")).join().groups();
        String occupied = codeAndStatus(iam.deleteGroup(r -> r.groupName("team")));
        iam.removeUserFromGroup(r -> r.groupName("team").userName("Admin")).join();
        iam.deleteGroup(r -> r.groupName("team")).join();

        // Then
        assertEquals("Admin", members.get(0).userName());
        assertEquals("team", groups.get(0).groupName());
        assertEquals("DeleteConflict 409", occupied);
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getGroup(r -> r.groupName("team"))));
    }

    @Test
    void aUserIsInTenGroupsAtMost() {
        // Given
        IntStream.range(0, 11)
                .forEach(i -> iam.createGroup(r -> r.groupName("g" + i)).join());
        IntStream.range(0, 10)
                .forEach(i -> iam.addUserToGroup(r -> r.groupName("g" + i).userName("Admin"))
                        .join());

        // When
        var call = iam.addUserToGroup(r -> r.groupName("g10").userName("Admin"));

        // Then
        assertEquals("LimitExceeded 409", codeAndStatus(call));
        assertEquals("Cannot exceed quota for GroupsPerUser: 10", message(call));
    }

    @Test
    void aGroupNameIsTakenOnce() {
        // When
        String refusal = codeAndStatus(iam.createGroup(r -> r.groupName("readonlygroup")));

        // Then
        assertEquals("EntityAlreadyExists 409", refusal);
    }
}
