package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.testing.VaultAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** What the AWS engine does with any AWS, seen through the SDK alone: run once for each AWS there is. */
abstract class EngineSuite extends ContractSuite {
    static final String GROUP = "ReadOnlyGroup";
    private static final String S3_GET = CredentialTypesTest.KnownType.S3_GET;

    AwsAccount account;

    /**
     * An account with a role, a managed policy and the group {@link #GROUP}.
     *
     * @param endpoint of STS and IAM
     * @param accessKey of the IAM user that the engine acts as
     * @param secretKey of the same
     * @param admin the hands of the people who run the account
     * @param roleArn of an IAM role that the engine may assume
     * @param policyArn of a managed policy
     */
    record AwsAccount(
            String endpoint, String accessKey, String secretKey, AwsSdk admin, String roleArn, String policyArn) {}

    /** The account that this run uses. */
    abstract AwsAccount openAccount();

    @BeforeEach
    void roles() {
        account = openAccount();
        vault.write("sys/mounts/aws", Map.of("type", "aws")).expect(204);
        vault.write(
                        "aws/config/root",
                        body(
                                "access_key", account.accessKey,
                                "secret_key", account.secretKey,
                                "sts_endpoint", account.endpoint,
                                "iam_endpoint", account.endpoint))
                .expect(204);
        role("assumed_role", body("credential_type", "assumed_role", "role_arns", account.roleArn));
        role("federation_token", body("credential_type", "federation_token", "policy_document", S3_GET));
        role("session_token", body("credential_type", "session_token"));
        role(
                "iam_user",
                body(
                        "credential_type",
                        "iam_user",
                        "policy_arns",
                        account.policyArn,
                        "policy_document",
                        S3_GET,
                        "iam_groups",
                        GROUP,
                        "iam_tags",
                        Map.of("owner", "payments"),
                        "user_path",
                        "/vault/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assumed_role", "federation_token", "session_token", "iam_user"})
    void eachTypeGivesCredentialsUnderALease(String type) {
        // When
        VaultAnswer issued = issue(type);

        // Then
        assertTrue(issued.leaseId().startsWith("aws/creds/" + type + "/"), issued.leaseId());
        assertNotEquals("", text(issued, "access_key"));
        assertNotEquals("", text(issued, "secret_key"));
        assertEquals(
                type.equals("iam_user"), issued.data().path("security_token").isNull());
        revoke(issued.leaseId()).expect(204);
    }

    @Test
    void awsKnowsTheSessionOfARoleByTheArnInTheAnswer() {
        // When
        VaultAnswer issued = issue("assumed_role");

        // Then
        assertEquals(text(issued, "arn"), sdk(issued).callerArn());
    }

    @Test
    void aSessionIsAsLongAsItsLease() {
        // When
        VaultAnswer issued = ask("assumed_role", "ttl", "30m").expect(200);

        // Then
        assertEquals(1800, issued.leaseDuration(), A_MOMENT);
    }

    @Test
    void awsHasTheUserAsTheRoleDescribesIt() {
        // When
        VaultAnswer issued = issue("iam_user");

        // Then
        User user = onlyUser();
        assertEquals(user.arn(), sdk(issued).callerArn());
        assertEquals(
                List.of(account.policyArn),
                account
                        .admin
                        .iam(iam -> iam.listAttachedUserPolicies(list -> list.userName(user.userName())))
                        .attachedPolicies()
                        .stream()
                        .map(AttachedPolicy::policyArn)
                        .toList());
        assertEquals(
                List.of("iam_user"),
                account.admin
                        .iam(iam -> iam.listUserPolicies(list -> list.userName(user.userName())))
                        .policyNames());
        assertEquals(
                List.of(GROUP),
                account
                        .admin
                        .iam(iam -> iam.listGroupsForUser(list -> list.userName(user.userName())))
                        .groups()
                        .stream()
                        .map(Group::groupName)
                        .toList());
        assertEquals(
                List.of(Tag.builder().key("owner").value("payments").build()),
                account.admin
                        .iam(iam -> iam.listUserTags(list -> list.userName(user.userName())))
                        .tags());
    }

    @Test
    void revokingDeletesTheUserWithAllThatHangsOnIt() {
        // Given
        VaultAnswer issued = issue("iam_user");

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals(List.of(), users());
    }

    @Test
    void thePoliciesOfAGroupGoIntoASession() {
        // Given
        role("narrow", body("credential_type", "assumed_role", "role_arns", account.roleArn, "iam_groups", GROUP));

        // When
        VaultAnswer issued = issue("narrow");

        // Then
        assertEquals(text(issued, "arn"), sdk(issued).callerArn());
    }

    @Test
    void theRootKeysRotateAndGoOnWorking() {
        // When
        VaultAnswer rotated = vault.write("aws/config/rotate-root").expect(200);

        // Then
        assertNotEquals(account.accessKey, text(rotated, "access_key"));
        issue("iam_user");
        assertEquals(1, users().size());
    }

    private AwsSdk sdk(VaultAnswer issued) {
        return AwsSdk.with(
                account.endpoint,
                text(issued, "access_key"),
                text(issued, "secret_key"),
                issued.data().path("security_token").asText(null));
    }

    private User onlyUser() {
        assertEquals(1, users().size());
        return users().get(0);
    }

    private List<User> users() {
        return account.admin
                .iam(iam -> iam.listUsers(list -> list.pathPrefix("/vault/")))
                .users();
    }
}
