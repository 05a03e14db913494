package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.sandbox.wire.SandboxResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamAsyncClient;

class IamPagesTest {

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

    private void users(int count) {
        IntStream.range(0, count)
                .forEach(i -> iam.createUser(r -> r.userName("user" + i)).join());
    }

    @Test
    void aPageHoldsAHundredUnlessToldOtherwise() {
        // Given
        users(105);

        // When
        var first = iam.listUsers().join();
        var second = iam.listUsers(r -> r.marker(first.marker())).join();

        // Then
        assertEquals(100, first.users().size());
        assertTrue(first.isTruncated());
        assertEquals(7, second.users().size());
        assertFalse(second.isTruncated());
    }

    @Test
    void theSdkWalksThroughAllPages() {
        // Given
        users(23);
        Set<String> names = new HashSet<>();

        // When
        iam.listUsersPaginator(r -> r.maxItems(5))
                .users()
                .subscribe(user -> names.add(user.userName()))
                .join();

        // Then
        assertEquals(25, names.size());
    }

    @Test
    void aPageStaysRightWhenWhatWasSeenIsDeleted() {
        // Given
        users(6);
        var first = iam.listUsers(r -> r.maxItems(4).pathPrefix("/")).join();

        // When
        iam.deleteUser(r -> r.userName("user0")).join();
        var second = iam.listUsers(r -> r.marker(first.marker())).join();

        // Then
        assertEquals(4, second.users().size());
    }

    @ParameterizedTest(name = "MaxItems {0}")
    @ValueSource(ints = {0, 1001})
    void aPageHoldsOneToAThousand(int items) {
        // When
        String refusal = codeAndStatus(iam.listUsers(r -> r.maxItems(items)));

        // Then
        assertEquals("ValidationError 400", refusal);
    }

    @Test
    void aMarkerThatIsNoneIsRefused() {
        // When
        String refusal = codeAndStatus(iam.listUsers(r -> r.marker("not a marker!")));

        // Then
        assertEquals("ValidationError 400", refusal);
    }

    /** Every list holds at least two items in the account that {@link #fill} leaves. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ListUsers, ''",
        "ListGroups, ''",
        "ListRoles, ''",
        "ListPolicies, ''",
        "GetGroup, GroupName=team",
        "ListAccessKeys, UserName=alice",
        "ListUserTags, UserName=alice",
        "ListRoleTags, RoleName=ProdAppRW",
        "ListGroupsForUser, UserName=alice",
        "ListUserPolicies, UserName=alice",
        "ListAttachedUserPolicies, UserName=alice",
        "ListGroupPolicies, GroupName=team",
        "ListAttachedGroupPolicies, GroupName=team",
        "ListRolePolicies, RoleName=ProdAppRW",
        "ListAttachedRolePolicies, RoleName=ProdAppRW",
        "ListSSHPublicKeys, UserName=alice",
        "ListSigningCertificates, UserName=alice",
        "ListServiceSpecificCredentials, UserName=alice",
    })
    void everyListComesInPages(String action, String parameter) {
        // Given
        fill();
        RawCaller admin = sandbox.raw(SandboxFixture.credentials(sandbox.seeded.adminKey()));
        String[] named = parameter.isEmpty() ? new String[0] : parameter.split("=");

        // When
        SandboxResponse first = admin.iam(action, concat(named, "MaxItems", "1"));
        String marker = RawCaller.text(first, "Marker");
        SandboxResponse second = admin.iam(action, concat(named, "MaxItems", "1", "Marker", marker));

        // Then
        assertEquals(200, first.status(), first.body());
        assertEquals("true", RawCaller.text(first, "IsTruncated"));
        assertEquals(1, members(first));
        assertEquals(1, members(second));
        assertFalse(RawCaller.text(first, "member").equals(RawCaller.text(second, "member")));
    }

    private void fill() {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
        iam.createUser(r -> r.userName("alice")).join();
        iam.createGroup(r -> r.groupName("team")).join();
        iam.createGroup(r -> r.groupName("team2")).join();
        for (String name : new String[] {"alice", "Admin"}) {
            iam.addUserToGroup(r -> r.groupName("team").userName(name)).join();
        }
        iam.addUserToGroup(r -> r.groupName("team2").userName("alice")).join();
        for (String item : new String[] {"One", "Two"}) {
            String arn = "arn:aws:iam::aws:policy/" + (item.equals("One") ? "ReadOnlyAccess" : "PowerUserAccess");
            iam.createAccessKey(r -> r.userName("alice")).join();
            iam.tagUser(r -> r.userName("alice").tags(t -> t.key(item).value("x")))
                    .join();
            iam.tagRole(r -> r.roleName("ProdAppRW").tags(t -> t.key(item).value("x")))
                    .join();
            iam.putUserPolicy(r -> r.userName("alice").policyName(item).policyDocument(document))
                    .join();
            iam.putGroupPolicy(r -> r.groupName("team").policyName(item).policyDocument(document))
                    .join();
            iam.putRolePolicy(r -> r.roleName("ProdAppRW").policyName(item).policyDocument(document))
                    .join();
            iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn)).join();
            iam.attachGroupPolicy(r -> r.groupName("team").policyArn(arn)).join();
            iam.attachRolePolicy(r -> r.roleName("ProdAppRW").policyArn(arn)).join();
            iam.uploadSSHPublicKey(r -> r.userName("alice").sshPublicKeyBody(item))
                    .join();
            iam.uploadSigningCertificate(r -> r.userName("alice").certificateBody(item))
                    .join();
            iam.createServiceSpecificCredential(r -> r.userName("alice").serviceName(item))
                    .join();
        }
    }

    private static String[] concat(String[] head, String... tail) {
        return java.util.stream.Stream.of(head, tail)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    /** Items of the list itself, not of the tags inside an item. */
    private static int members(SandboxResponse response) {
        String flat = response.body().replaceAll("<member><Key>", "<tag>");
        return response.body().contains("TagsResult")
                ? response.body().split("<member>").length - 1
                : flat.split("<member>").length - 1;
    }
}
