package io.leasehold.sandbox;

import static io.leasehold.sandbox.RawCaller.outcome;
import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

class IamUsersTest {

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

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
                .toList();
    }

    @Test
    void aUserHasWhatItWasCreatedWith() {
        // When
        User created = iam.createUser(r -> r.userName("alice")
                        .path("/vault/")
                        .permissionsBoundary("arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .tags(tags(50)))
                .join()
                .user();
        User read = iam.getUser(r -> r.userName("ALICE")).join().user();

        // Then
        assertEquals("arn:aws:iam::111122223333:user/vault/alice", created.arn());
        assertTrue(created.userId().matches("AIDA[A-Z2-7]{17}"));
        assertEquals(created, read);
        assertEquals(50, read.tags().size());
        assertEquals(
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                read.permissionsBoundary().permissionsBoundaryArn());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"alice", "Alice", "ALICE"})
    void userNamesAreUniqueWithoutRegardToCase(String name) {
        // Given
        iam.createUser(r -> r.userName("alice")).join();

        // When
        var call = iam.createUser(r -> r.userName(name));

        // Then
        assertEquals("EntityAlreadyExists 409", codeAndStatus(call));
        assertEquals("User with name " + name + " already exists.", message(call));
    }

    static Stream<Arguments> brokenUsers() {
        return Stream.of(
                arguments("name of 65", "a".repeat(65), "/", 0, "ValidationError 400"),
                arguments("name with a space", "a b", "/", 0, "ValidationError 400"),
                arguments("name with an umlaut", "jörg", "/", 0, "ValidationError 400"),
                arguments("path without end", "a", "/x", 0, "ValidationError 400"),
                arguments("path without start", "a", "x/", 0, "ValidationError 400"),
                arguments("path of 513", "a", "/" + "x".repeat(511) + "/", 0, "ValidationError 400"),
                arguments("51 tags", "a", "/", 51, "ValidationError 400"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenUsers")
    void aUserThatBreaksTheRulesIsNotCreated(String what, String name, String path, int tags, String expected) {
        // When
        String refusal =
                codeAndStatus(iam.createUser(r -> r.userName(name).path(path).tags(tags(tags))));

        // Then
        assertEquals(expected, refusal);
    }

    @Test
    void aUserAtTheLimitsIsCreated() {
        // When
        User user = iam.createUser(r -> r.userName("a".repeat(64)).path("/" + "x".repeat(510) + "/"))
                .join()
                .user();

        // Then
        assertEquals(64, user.userName().length());
    }

    @Test
    void getUserWithoutNameIsTheCaller() {
        // When
        User user = sandbox.runnerIam().getUser().join().user();

        // Then
        assertEquals("VaultRunner", user.userName());
        assertEquals(
                "arn:aws:iam::111122223333:root",
                sandbox.iam(sandbox.root()).getUser().join().user().arn());
    }

    @Test
    void aRenamedUserKeepsItsIdAndItsKeys() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        String id = iam.getUser(r -> r.userName("alice")).join().user().userId();

        // When
        iam.updateUser(r -> r.userName("alice").newUserName("bob").newPath("/new/"))
                .join();

        // Then
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getUser(r -> r.userName("alice"))));
        var identity = sandbox.sts(alice).getCallerIdentity().join();
        assertEquals(id, identity.userId());
        assertEquals("arn:aws:iam::111122223333:user/new/bob", identity.arn());
    }

    static Stream<Arguments> absent() {
        return Stream.<Function<IamAsyncClient, CompletableFuture<?>>>of(
                        c -> c.getUser(r -> r.userName("nobody")),
                        c -> c.deleteUser(r -> r.userName("nobody")),
                        c -> c.updateUser(r -> r.userName("nobody").newUserName("x")),
                        c -> c.createAccessKey(r -> r.userName("nobody")),
                        c -> c.listAccessKeys(r -> r.userName("nobody")),
                        c -> c.deleteAccessKey(r -> r.userName("Admin").accessKeyId("AKIAAAAAAAAAAAAAAAAA")),
                        c -> c.getAccessKeyLastUsed(r -> r.accessKeyId("AKIAAAAAAAAAAAAAAAAA")),
                        c -> c.putUserPolicy(
                                r -> r.userName("nobody").policyName("p").policyDocument("{}")),
                        c -> c.getUserPolicy(r -> r.userName("Admin").policyName("p")),
                        c -> c.deleteUserPolicy(r -> r.userName("Admin").policyName("p")),
                        c -> c.attachUserPolicy(r -> r.userName("Admin").policyArn("arn:aws:iam::aws:policy/Nowhere")),
                        c -> c.detachUserPolicy(
                                r -> r.userName("Admin").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")),
                        c -> c.addUserToGroup(r -> r.userName("Admin").groupName("nogroup")),
                        c -> c.addUserToGroup(r -> r.userName("nobody").groupName("ReadOnlyGroup")),
                        c -> c.listGroupsForUser(r -> r.userName("nobody")),
                        c -> c.tagUser(r -> r.userName("nobody").tags(tags(1))),
                        c -> c.getLoginProfile(r -> r.userName("Admin")),
                        c -> c.deleteUserPermissionsBoundary(r -> r.userName("Admin")),
                        c -> c.getRole(r -> r.roleName("norole")),
                        c -> c.getGroup(r -> r.groupName("nogroup")),
                        c -> c.getPolicy(r -> r.policyArn("arn:aws:iam::aws:policy/Nowhere")),
                        c -> c.getPolicyVersion(r -> r.policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                                .versionId("v2")),
                        c -> c.deleteSSHPublicKey(r -> r.userName("Admin").sshPublicKeyId("APKAAAAAAAAAAAAAAAAAA")),
                        c -> c.deactivateMFADevice(r -> r.userName("Admin").serialNumber("GAHT12345678")))
                .map(Arguments::arguments);
    }

    @ParameterizedTest
    @MethodSource("absent")
    void whatIsNotThereIsNoSuchEntity(Function<IamAsyncClient, CompletableFuture<?>> call) {
        // When
        String refusal = codeAndStatus(call.apply(iam));

        // Then
        assertEquals("NoSuchEntity 404", refusal);
    }

    @Test
    void aUserHasTwoKeysAtMost() {
        // Given
        sandbox.userWith("alice", null);
        iam.createAccessKey(r -> r.userName("alice")).join();

        // When
        var third = iam.createAccessKey(r -> r.userName("alice"));

        // Then
        assertEquals("LimitExceeded 409", codeAndStatus(third));
        assertEquals("Cannot exceed quota for AccessKeysPerUser: 2", message(third));
    }

    @Test
    void twoKeysAreAllThatARaceCanMake() {
        // Given
        iam.createUser(r -> r.userName("alice")).join();
        List<CompletableFuture<?>> calls = IntStream.range(0, 12)
                .<CompletableFuture<?>>mapToObj(i -> iam.createAccessKey(r -> r.userName("alice")))
                .toList();

        // When
        long made = calls.stream()
                .map(call -> call.handle((response, failure) -> failure == null))
                .filter(CompletableFuture::join)
                .count();

        // Then
        assertEquals(2, made);
        assertEquals(
                2,
                iam.listAccessKeys(r -> r.userName("alice"))
                        .join()
                        .accessKeyMetadata()
                        .size());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"deleted", "inactive"})
    void aKeyDiesAtOnce(String how) {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        RawCaller caller = sandbox.raw(alice);
        String before = outcome(caller.sts("GetCallerIdentity"));

        // When
        if (how.equals("deleted")) {
            iam.deleteAccessKey(r -> r.userName("alice").accessKeyId(alice.accessKeyId()))
                    .join();
        } else {
            iam.updateAccessKey(r ->
                            r.userName("alice").accessKeyId(alice.accessKeyId()).status(StatusType.INACTIVE))
                    .join();
        }

        // Then
        assertEquals("200", before);
        assertEquals("InvalidClientTokenId 403", outcome(caller.sts("GetCallerIdentity")));
    }

    @Test
    void anInactiveKeyCanBeActivatedAgain() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        for (StatusType status : List.of(StatusType.INACTIVE, StatusType.ACTIVE)) {
            iam.updateAccessKey(r ->
                            r.userName("alice").accessKeyId(alice.accessKeyId()).status(status))
                    .join();
        }

        // When
        String outcome = outcome(sandbox.raw(alice).sts("GetCallerIdentity"));

        // Then
        assertEquals("200", outcome);
    }

    @Test
    void theLastUseOfAKeyIsKnown() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", null);
        String before = iam.getAccessKeyLastUsed(r -> r.accessKeyId(alice.accessKeyId()))
                .join()
                .accessKeyLastUsed()
                .serviceName();

        // When
        sandbox.sts(alice).getCallerIdentity().join();
        var after = iam.getAccessKeyLastUsed(r -> r.accessKeyId(alice.accessKeyId()))
                .join();

        // Then
        assertEquals("N/A", before);
        assertEquals("sts", after.accessKeyLastUsed().serviceName());
        assertEquals("us-east-1", after.accessKeyLastUsed().region());
        assertEquals("alice", after.userName());
        assertNotNull(after.accessKeyLastUsed().lastUsedDate());
    }

    @Test
    void tagsComeAndGo() {
        // Given
        iam.createUser(r -> r.userName("alice").tags(tags(49))).join();

        // When
        iam.tagUser(r -> r.userName("alice").tags(t -> t.key("K0").value("new")))
                .join();
        iam.tagUser(r -> r.userName("alice").tags(t -> t.key("last").value("x")))
                .join();
        var full = iam.tagUser(r -> r.userName("alice").tags(t -> t.key("more").value("x")));
        iam.untagUser(r -> r.userName("alice").tagKeys("k1", "k2")).join();

        // Then
        assertEquals("LimitExceeded 409", codeAndStatus(full));
        List<Tag> left = iam.listUserTags(r -> r.userName("alice")).join().tags();
        assertEquals(48, left.size());
        assertTrue(left.contains(Tag.builder().key("k0").value("new").build()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"aws:x", "AWS:y"})
    void tagsOfAwsCannotBeSet(String key) {
        // When
        var call = iam.tagUser(r -> r.userName("Admin").tags(t -> t.key(key).value("x")));

        // Then
        assertEquals("InvalidInput 400", codeAndStatus(call));
    }

    @Test
    void aBoundaryBoundsAndCanBeRemoved() {
        // Given
        AwsCredentials alice = sandbox.userWith("alice", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*"}}""");
        iam.putUserPermissionsBoundary(
                        r -> r.userName("alice").permissionsBoundary("arn:aws:iam::aws:policy/IAMReadOnlyAccess"))
                .join();

        // When
        var reading = sandbox.iam(alice).listUsers();
        var writing = sandbox.iam(alice).createUser(r -> r.userName("bob"));
        String refusal = message(writing);
        iam.deleteUserPermissionsBoundary(r -> r.userName("alice")).join();

        // Then
        assertNotNull(reading.join());
        assertTrue(refusal.endsWith("because no permissions boundary allows the iam:CreateUser action"), refusal);
        assertNotNull(sandbox.iam(alice).createUser(r -> r.userName("bob")).join());
    }
}
