package io.leasehold.aws.issuer;

import static io.leasehold.aws.client.SandboxMount.await;
import static io.leasehold.aws.client.SandboxMount.nothing;
import static io.leasehold.aws.client.SandboxMount.run;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.SandboxMount;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.LeaseTerms;
import io.leasehold.logical.VaultException;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.MfaDevice;
import io.leasehold.sandbox.account.UserCredential;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IamUserIssuerTest {
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";
    private static final AwsRole ROLE = new RoleDraft("iam_user")
            .policyArns(READ_ONLY)
            .policyDocument(DOCUMENT)
            .iamGroups("ReadOnlyGroup")
            .iamTags(Map.of("team", "blue"))
            .userPath("/vault/")
            .boundary(READ_ONLY)
            .role();

    private final SandboxMount mount = new SandboxMount();
    private final IamUserIssuer issuer = Issuers.iamUser(mount.clients);

    @AfterEach
    void stop() {
        mount.close();
    }

    private IamUser issue() {
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));
        run(issuance);
        return user(issuance);
    }

    private IamUser user(Issuance issuance) {
        return mount.account()
                .users()
                .get(issuance.undo().facts().get("username").toLowerCase());
    }

    private IamUserRemoval removal(IamUser user) {
        return new IamUserRemoval(mount.aws().iam(), user.name());
    }

    @Test
    void theUserIsMadeAsTheRoleSays() {
        // Given
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));

        // When
        Issuance.Credentials credentials = run(issuance);

        // Then
        IamUserCredentials data = assertInstanceOf(IamUserCredentials.class, credentials.data());
        IamUser user = user(issuance);
        assertTrue(user.accessKeys().containsKey(data.accessKey()));
        assertNull(data.securityToken());
        assertNull(data.sessionToken());
        assertTrue(user.name().startsWith("vault-userpass-alice-deploy-"), user.name());
        assertEquals("/vault/", user.path());
        assertEquals("blue", user.tags().get("team"));
        assertTrue(user.policies().attached().containsKey(READ_ONLY));
        assertTrue(user.policies().inline().containsKey("deploy"));
        assertEquals(1, user.groups().size());
    }

    @Test
    void aPendingLeaseComesFirstWithTheConfiguredTerms() {
        // When
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));

        // Then
        Issuance.PendingFirst pending = assertInstanceOf(Issuance.PendingFirst.class, issuance);
        assertEquals(LeaseTerms.renewable(Duration.ofMinutes(30), Duration.ofHours(2)), pending.terms());
        assertTrue(issuance.undo().leavesTrace());
        assertNull(user(issuance));
    }

    @ParameterizedTest
    @CsvSource({
        "AttachUserPolicy, Error attaching user policy: ",
        "PutUserPolicy, Error putting user policy: ",
        "AddUserToGroup, Error adding user to group: ",
        "CreateAccessKey, Error creating access keys: "
    })
    void aStepThatAwsRefusesIsNamed(String action, String prefix) {
        // Given
        mount.faults().throttleNext(action, 10);

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> run(issuer.prepare(mount.request(ROLE, nothing()))));

        // Then
        assertTrue(refusal.firstMessage().startsWith(prefix.trim() + " Throttling: "), refusal.firstMessage());
    }

    @Test
    void aRefusedUserLeavesNothingToUndo() {
        // Given
        mount.faults().throttleNext("CreateUser", 10);

        // When
        Issuance.NothingMade failure =
                assertThrows(Issuance.NothingMade.class, () -> run(issuer.prepare(mount.request(ROLE, nothing()))));

        // Then
        assertTrue(failure.refusal().firstMessage().startsWith("Error creating IAM user: Throttling: "));
    }

    @Test
    void tagsThatAwsDoesNotTakeAreNamed() {
        // Given
        AwsRole role =
                new RoleDraft("iam_user").iamTags(Map.of("aws:mine", "x")).role();

        // When
        Issuance.NothingMade failure =
                assertThrows(Issuance.NothingMade.class, () -> run(issuer.prepare(mount.request(role, nothing()))));

        // Then
        assertTrue(
                failure.refusal().firstMessage().startsWith("Error adding tags to user: "),
                failure.refusal().firstMessage());
    }

    @Test
    void anAnswerThatNeverComesLeavesItOpenWhatWasMade() {
        // Given
        mount.faults().loseAnswers("CreateUser", 10);

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> run(issuer.prepare(mount.request(ROLE, nothing()))));

        // Then
        assertTrue(refusal.firstMessage().startsWith("Error creating IAM user: "), refusal.firstMessage());
    }

    @Test
    void aRevokeDeletesTheUserWithAllThatTheRoleGave() {
        // Given
        IamUser user = issue();

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
        assertTrue(user.accessKeys().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN_PROFILE")
    void aRevokeDeletesWhatPeopleHungOnTheUser(UserCredential.Kind kind) {
        // Given
        IamUser user = issue();
        String id = "SPECIFIC0123456789ABC";
        user.credentials().put(id, new UserCredential(kind, id, "codecommit.amazonaws.com", Instant.EPOCH));

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
        assertTrue(user.credentials().isEmpty());
    }

    @Test
    void aRevokeDeletesTheConsoleLoginOfTheUser() {
        // Given
        IamUser user = issue();
        await(mount.admin()
                .iam()
                .call(iam -> iam.createLoginProfile(
                        create -> create.userName(user.name()).password("Correct-Horse-7-Battery"))));

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
    }

    @Test
    void aRevokeDeletesTheMfaDeviceOfTheUser() {
        // Given
        IamUser user = issue();
        MfaDevice device = new MfaDevice(mount.account().arn("mfa/of-the-user"), new byte[20]);
        device.assign(new MfaDevice.Owner(user.id(), Instant.EPOCH));
        mount.account().mfaDevices().put(device.serialNumber(), device);

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
        assertFalse(mount.account().mfaDevices().containsValue(device));
    }

    @Test
    void aRevokeThatFindsNothingHungOnTheUserAsksForNoMoreRights() {
        // Given
        IamUser user = issue();
        mount.faults().throttleNext("DeleteLoginProfile", 10).throttleNext("ListMFADevices", 10);

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
    }

    @Test
    void aRevokeReadsListsToTheirEnd() {
        // Given
        IamUser user = issue();
        List<Integer> numbers = java.util.stream.IntStream.range(0, 110).boxed().toList();
        numbers.forEach(number -> user.policies()
                .inline()
                .put("extra" + number, user.policies().inline().get("deploy")));

        // When
        List<String> names = await(mount.aws()
                .iam()
                .list(iam -> iam.listUserPoliciesPaginator(
                                list -> list.userName(user.name()).maxItems(50))
                        .policyNames()));

        // Then
        assertEquals(111, names.size());
    }

    @Test
    void aYoungLeaseIsNotForgottenBecauseAwsDoesNotKnowTheUserYet() {
        // Given
        IamUserRemoval removal = new IamUserRemoval(mount.aws().iam(), "vault-nobody");

        // When
        AwsRefusal refusal = assertThrows(AwsRefusal.class, () -> await(removal.remove(Duration.ofMinutes(4))));

        // Then
        assertTrue(refusal.is("NoSuchEntity"));
    }

    @Test
    void anOldLeaseOfAUserThatIsGoneIsDone() {
        // Given
        IamUserRemoval removal = new IamUserRemoval(mount.aws().iam(), "vault-nobody");

        // When, Then
        assertDoesNotThrow(() -> await(removal.remove(Duration.ofMinutes(6))));
    }

    @ParameterizedTest
    @CsvSource({"DeleteAccessKey", "DetachUserPolicy", "DeleteUserPolicy", "RemoveUserFromGroup", "DeleteUser"})
    void aRevokeThatBrokeOffIsFinishedByTheNext(String action) {
        // Given
        IamUser user = issue();
        mount.faults().throttleNext(action, 10);
        assertThrows(AwsRefusal.class, () -> await(removal(user).remove(Duration.ofSeconds(1))));
        mount.faults().clear();

        // When
        await(removal(user).remove(Duration.ofSeconds(1)));

        // Then
        assertFalse(mount.account().users().containsValue(user));
    }
}
