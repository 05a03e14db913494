package io.leasehold.aws.issuer;

import static io.leasehold.aws.client.SandboxMount.nothing;
import static io.leasehold.aws.client.SandboxMount.roleArn;
import static io.leasehold.aws.client.SandboxMount.run;
import static io.leasehold.aws.client.SandboxMount.ttl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.client.SandboxMount;
import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.VaultException;
import io.leasehold.sandbox.SandboxSeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumedRoleIssuerTest {
    private static final String RW = roleArn("ProdAppRW");
    private static final AwsRole ROLE =
            new RoleDraft("assumed_role").roleArns(RW).role();

    private final SandboxMount mount = new SandboxMount();
    private final AssumedRoleIssuer issuer = Issuers.assumedRole(mount.clients);

    @AfterEach
    void stop() {
        mount.close();
    }

    private VaultException refusal(IssueRequest request) {
        return assertThrows(VaultException.class, () -> run(issuer.prepare(request)));
    }

    @Test
    void aSessionOfTheRoleIsGivenForAnHour() {
        // Given
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));

        // When
        Issuance.Credentials credentials = run(issuance);

        // Then
        AssumedRoleCredentials data = assertInstanceOf(AssumedRoleCredentials.class, credentials.data());
        assertTrue(data.accessKey().startsWith("ASIA"));
        assertEquals(data.securityToken(), data.sessionToken());
        assertTrue(
                data.arn().startsWith("arn:aws:sts::111122223333:assumed-role/ProdAppRW/vault-userpass-alice-deploy-"));
        assertTrue(data.ttl() > 3590 && data.ttl() <= 3600, () -> "ttl " + data.ttl());
        assertTrue(data.expiration().endsWith("Z"));
        assertFalse(credentials.terms().renewable());
        assertEquals(List.of(), credentials.warnings());
    }

    @Test
    void nothingHappensBeforeSubscriptionAndAllOfItTwiceAfterTwo() {
        // Given
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));

        // When
        AssumedRoleCredentials first = (AssumedRoleCredentials) run(issuance).data();
        AssumedRoleCredentials second = (AssumedRoleCredentials) run(issuance).data();

        // Then
        assertFalse(first.accessKey().equals(second.accessKey()));
    }

    @Test
    void theUndoNamesSessionAndRoleAndLeavesNoTrace() {
        // Given
        IssueRequest request = mount.request(ROLE, new IssueRequest.Wish(Optional.empty(), RW, "täst session", ""));

        // When
        Issuance issuance = issuer.prepare(request);

        // Then
        assertEquals(new AwsUndo.AssumedRole("t_st_session", RW), issuance.undo());
        assertEquals(
                Map.of("username", "t_st_session", "policy", RW),
                issuance.undo().facts());
        assertFalse(issuance.undo().leavesTrace());
        assertInstanceOf(Issuance.AnswerFirst.class, issuance);
    }

    @Test
    void aRoleWithSeveralArnsNeedsAChoice() {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .roleArns(RW, roleArn("ProdAppReadOnly"))
                .role();

        // When
        VaultException refusal = refusal(mount.request(role, nothing()));

        // Then
        assertEquals("did not supply a role_arn parameter and unable to determine one", refusal.firstMessage());
    }

    @Test
    void anArnThatTheRoleDoesNotAllowIsRefused() {
        // Given
        IssueRequest request = mount.request(ROLE, new IssueRequest.Wish(Optional.empty(), "arn:other", "", ""));

        // When
        VaultException refusal = refusal(request);

        // Then
        assertEquals(
                "role_arn \"arn:other\" not in allowed role arns for Vault role \"deploy\"", refusal.firstMessage());
    }

    @Test
    void sessionTagsAndExternalIdReachSts() {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .roleArns(roleArn("ProdAppPartner"))
                .externalId(SandboxSeed.EXTERNAL_ID)
                .role();
        AwsRole without = new RoleDraft("assumed_role")
                .roleArns(roleArn("ProdAppPartner"))
                .role();

        // When
        Issuance.Credentials credentials = run(issuer.prepare(mount.request(role, nothing())));
        VaultException refusal = refusal(mount.request(without, nothing()));

        // Then
        assertTrue(((AssumedRoleCredentials) credentials.data()).arn().contains("ProdAppPartner"));
        assertTrue(refusal.firstMessage().startsWith("Error assuming role: AccessDenied: "), refusal.firstMessage());
    }

    @Test
    void sessionTagsAreSent() {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .roleArns(RW)
                .sessionTags(Map.of("aws:reserved", "x"))
                .role();

        // When
        VaultException refusal = refusal(mount.request(role, nothing()));

        // Then
        assertTrue(refusal.firstMessage().startsWith("Error assuming role: "), refusal.firstMessage());
        assertTrue(refusal.firstMessage().toLowerCase().contains("tag"), refusal.firstMessage());
    }

    @Test
    void groupPoliciesNarrowTheSession() {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .roleArns(RW)
                .iamGroups("ReadOnlyGroup")
                .role();

        // When
        SessionPolicies.SessionPolicy policy =
                SandboxMount.await(SessionPolicies.gather(mount.aws().iam(), role));
        Issuance.Credentials credentials = run(issuer.prepare(mount.request(role, nothing())));

        // Then
        assertEquals(List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"), policy.arns());
        assertTrue(policy.document().contains("logs:FilterLogEvents"), policy.document());
        assertTrue(((AssumedRoleCredentials) credentials.data()).ttl() > 0);
    }

    @Test
    void aMissingGroupIsAnsweredInAwsBareWords() {
        // Given
        AwsRole role =
                new RoleDraft("assumed_role").roleArns(RW).iamGroups("Nobody").role();

        // When
        VaultException refusal = refusal(mount.request(role, nothing()));

        // Then
        assertTrue(refusal.firstMessage().startsWith("NoSuchEntity: "), refusal.firstMessage());
    }

    @Test
    void aTtlAboveTheIamRolesCeilingSaysBothValuesAndBothWaysOut() {
        // Given
        AwsRole role = new RoleDraft("assumed_role")
                .roleArns(RW)
                .maxStsTtl(Duration.ofHours(2))
                .role();

        // When
        VaultException refusal = refusal(mount.request(role, ttl(Duration.ofHours(2))));

        // Then
        String[] lines = refusal.firstMessage().split("\n");
        assertEquals(ErrorKind.AWS_REFUSED, refusal.kind());
        assertEquals(
                "Error assuming role: ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set"
                        + " for this role.",
                lines[0]);
        assertEquals(
                "The TTL of 7200 s (2h) is above the MaxSessionDuration of " + RW + ", which is 3600 s (1h). Either ask"
                        + " for less (ttl in the request, default_sts_ttl or max_sts_ttl in the Vault role), or raise"
                        + " the MaxSessionDuration of the IAM role, which may be 3600 to 43200 s.",
                lines[2]);
    }

    @Test
    void aCeilingThatIamDoesNotTellIsSaidToBeUnknown() {
        // Given
        mount.faults().throttleNext("GetRole", 10);

        // When
        VaultException refusal = refusal(mount.request(ROLE, ttl(Duration.ofHours(2))));

        // Then
        assertTrue(refusal.firstMessage().contains(", which is not known here"), refusal.firstMessage());
    }

    @Test
    void aTtlBelowFifteenMinutesSaysSo() {
        // When
        VaultException refusal = refusal(mount.request(ROLE, ttl(Duration.ofMinutes(5))));

        // Then
        assertTrue(refusal.firstMessage().startsWith("Error assuming role: ValidationError: "));
        assertTrue(
                refusal.firstMessage().contains("\nThe TTL of 300 s (5m) is below 900 s (15m)"),
                refusal.firstMessage());
    }

    @ParameterizedTest
    @CsvSource({"AssumeRole, AWS_THROTTLED", "GetRole, AWS_REFUSED"})
    void throttlingIsAnotherKindThanARefusal(String action, ErrorKind kind) {
        // Given
        mount.faults().throttleNext(action, 10);

        // When
        VaultException refusal = refusal(mount.request(ROLE, ttl(Duration.ofHours(2))));

        // Then
        assertEquals(kind, refusal.kind());
    }

    @Test
    void keysThatAwsDoesNotKnowAreRefusedWithoutShowingTheSecret() {
        // Given
        AwsConfigRoot root = mount.rootWith("AKIAUNKNOWNUNKNOWN11", "topsecretvalue");

        // When
        VaultException refusal = refusal(mount.request(ROLE, root, nothing()));

        // Then
        assertTrue(refusal.firstMessage().startsWith("Error assuming role: InvalidClientTokenId: "));
        assertTrue(refusal.firstMessage().contains("\n\tstatus code: 403, request id: "));
        assertFalse(refusal.firstMessage().contains("topsecret"));
    }
}
