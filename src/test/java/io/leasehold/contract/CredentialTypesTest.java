package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sandbox.account.IamGroup;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.Session;
import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each type of credentials looks like, that AWS takes it, and when AWS takes it no more. */
@QuarkusTest
@Tag("database")
class CredentialTypesTest extends ContractSuite {
    private static final Duration HOUR = Duration.ofHours(1);

    @BeforeEach
    void roles() {
        enableAws();
        vault.write("aws/config/lease", Map.of("lease", "1h", "lease_max", "2h"))
                .expect(204);
        for (KnownType type : KnownType.values()) {
            role(type.name(), type.role);
        }
    }

    @ParameterizedTest
    @EnumSource
    void awsTakesTheCredentialsAndKnowsWhoseTheyAre(KnownType type) {
        // When
        VaultAnswer issued = issue(type.name());

        // Then
        String arn = aws.using(issued).callerArn();
        assertTrue(arn.startsWith(type.callerArn), arn);
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerHasTheMembersOfItsTypeAndNoOthers(KnownType type) {
        // When
        VaultAnswer answer = issue(type.name());

        // Then
        assertEquals(new TreeSet<>(type.members), members(answer));
        assertTrue(answer.leaseId().startsWith("aws/creds/" + type.name() + "/"), answer.leaseId());
        assertEquals(type == KnownType.iam_user, answer.json().path("renewable").asBoolean());
        assertEquals(3600, answer.leaseDuration(), A_MOMENT);
    }

    @ParameterizedTest
    @EnumSource(names = "iam_user", mode = EnumSource.Mode.EXCLUDE)
    void aSessionSaysTwiceWhatItsTokenIsAndOnceWhenItEnds(KnownType type) {
        // When
        VaultAnswer issued = issue(type.name());

        // Then
        assertEquals(text(issued, "security_token"), text(issued, "session_token"));
        Duration left = Duration.between(clock.instant(), Instant.parse(text(issued, "expiration")));
        assertEquals(3600, left.toSeconds(), A_MOMENT);
        assertEquals(3599, issued.data().path("ttl").asLong(), A_MOMENT);
    }

    @Test
    void anIamUserHasNoTokenUnderEitherName() {
        // When
        JsonNode data = issue("iam_user").data();

        // Then
        assertTrue(data.path("security_token").isNull());
        assertTrue(data.path("session_token").isNull());
        assertTrue(data.path("access_key").asText().startsWith("AKIA"));
    }

    @ParameterizedTest
    @EnumSource(names = "iam_user", mode = EnumSource.Mode.EXCLUDE)
    void aSessionEndsAtAwsWithItsLease(KnownType type) {
        // Given
        VaultAnswer issued = issue(type.name());
        AwsSdk sdk = aws.using(issued);
        assertEquals("none", sdk.refusalOfCaller());

        // When
        pass(HOUR.plusSeconds(1));

        // Then
        assertEquals("ExpiredToken", sdk.refusalOfCaller());
        reapUntil("the lease is gone", () -> isGone(issued.leaseId()));
    }

    @Test
    void anIamUserEndsAtAwsWithItsLease() {
        // Given
        AwsSdk sdk = aws.using(issue("iam_user"));
        assertEquals("none", sdk.refusalOfCaller());

        // When
        pass(HOUR.plusSeconds(1));
        reapUntil("the user is gone", () -> aws.issuedUsers().isEmpty());

        // Then
        assertEquals("InvalidClientTokenId", sdk.refusalOfCaller());
    }

    @Test
    void anIamUserStopsWorkingWithTheRevoke() {
        // Given
        VaultAnswer issued = issue("iam_user");
        AwsSdk sdk = aws.using(issued);
        assertEquals("none", sdk.refusalOfCaller());

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals("InvalidClientTokenId", sdk.refusalOfCaller());
        assertEquals(List.of(), aws.issuedUsers());
    }

    @ParameterizedTest
    @EnumSource(names = "iam_user", mode = EnumSource.Mode.EXCLUDE)
    void aSessionOutlivesTheRevokeOfItsLease(KnownType type) {
        // Given
        VaultAnswer issued = issue(type.name());

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals("none", aws.using(issued).refusalOfCaller());
    }

    @ParameterizedTest(name = "{0} {1}/{2}")
    @CsvSource({
        "GET, creds, assumed_role",
        "POST, creds, assumed_role",
        "PUT, creds, assumed_role",
        "GET, sts, assumed_role",
        "POST, sts, assumed_role",
        "PUT, sts, assumed_role",
        "GET, creds, iam_user",
        "POST, creds, iam_user",
        "GET, sts, iam_user",
        "PUT, sts, iam_user",
        "GET, sts, federation_token",
        "POST, creds, session_token"
    })
    void bothPathsAndAllVerbsGiveTheSame(String verb, String path, KnownType type) {
        // When
        VaultAnswer answer = vault.raw(verb, "/v1/aws/" + path + "/" + type).expect(200);

        // Then
        assertTrue(answer.leaseId().startsWith("aws/" + path + "/" + type + "/"), answer.leaseId());
        assertEquals(new TreeSet<>(type.members), members(answer));
    }

    @Test
    void sessionTagsReachTheSession() {
        // Given
        role(
                "tagged",
                Map.of(
                        "credential_type",
                        "assumed_role",
                        "role_arns",
                        AwsLab.roleArn("ProdAppRW"),
                        "session_tags",
                        Map.of("team", "payments", "stage", "prod")));

        // When
        VaultAnswer issued = issue("tagged");

        // Then
        assertEquals(
                Map.of("team", "payments", "stage", "prod"), aws.session(issued).tags());
    }

    @Test
    void theExternalIdOpensARoleThatDemandsIt() {
        // Given
        String partner = AwsLab.roleArn("ProdAppPartner");
        role("without", Map.of("credential_type", "assumed_role", "role_arns", partner));
        role("with", Map.of("credential_type", "assumed_role", "role_arns", partner, "external_id", "partner-2718"));

        // When
        VaultAnswer without = vault.read("aws/creds/without");
        VaultAnswer with = vault.read("aws/creds/with");

        // Then
        without.expect(400);
        assertTrue(without.errors().get(0).startsWith("Error assuming role: AccessDenied: "), without.body());
        with.expect(200);
    }

    @Test
    void thePoliciesOfGroupsNarrowTheSession() {
        // Given
        role(
                "narrow",
                Map.of(
                        "credential_type",
                        "assumed_role",
                        "role_arns",
                        AwsLab.roleArn("ProdAppRW"),
                        "policy_arns",
                        "arn:aws:iam::" + AwsLab.ACCOUNT + ":policy/ProdAppReadWrite",
                        "policy_document",
                        KnownType.S3_GET,
                        "iam_groups",
                        "ReadOnlyGroup"));

        // When
        Session session = aws.session(issue("narrow"));

        // Then
        assertTrue(session.policy().contains("logs:FilterLogEvents"), session.policy());
        assertTrue(session.policy().contains("s3:GetObject"), session.policy());
        assertEquals(
                List.of(
                        "arn:aws:iam::" + AwsLab.ACCOUNT + ":policy/ProdAppReadWrite",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess"),
                session.policyArns());
    }

    @Test
    void aFederatedSessionMayLiveOnGroupsAlone() {
        // Given
        role("groups", Map.of("credential_type", "federation_token", "iam_groups", "ReadOnlyGroup"));

        // When
        Session session = aws.session(issue("groups"));

        // Then
        assertEquals(List.of("arn:aws:iam::aws:policy/ReadOnlyAccess"), session.policyArns());
        assertTrue(session.name().matches("vault-\\d{10}-[0-9A-Za-z]{15}"), session.name());
    }

    @Test
    void everythingThatARoleSaysOfAUserReachesAws() {
        // Given
        String boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        role(
                "full",
                Map.of(
                        "credential_type",
                        "iam_user",
                        "policy_arns",
                        "arn:aws:iam::" + AwsLab.ACCOUNT + ":policy/ProdAppReadWrite",
                        "policy_document",
                        KnownType.S3_GET,
                        "iam_groups",
                        "ReadOnlyGroup",
                        "iam_tags",
                        Map.of("owner", "payments"),
                        "user_path",
                        "/vault/team/",
                        "permissions_boundary_arn",
                        boundary));

        // When
        issue("full");

        // Then
        IamUser user = aws.issuedUsers().get(0);
        assertEquals("/vault/team/", user.path());
        assertEquals(Map.of("owner", "payments"), Map.copyOf(user.tags()));
        assertEquals(boundary, user.policies().boundaryArn().orElseThrow());
        assertEquals(Set.of("full"), user.policies().inline().keySet());
        assertEquals(
                Set.of("arn:aws:iam::" + AwsLab.ACCOUNT + ":policy/ProdAppReadWrite"),
                user.policies().attached().keySet());
        assertEquals(
                List.of("ReadOnlyGroup"),
                user.groups().stream().map(IamGroup::name).toList());
        assertEquals(1, user.accessKeys().size());
    }

    @Test
    void theUsernameTemplateNamesUsersAndSessions() {
        // Given
        configure(Map.of("username_template", "{{ printf \"x-%s-%s\" (.PolicyName) (random 6) }}"));

        // When
        issue("iam_user");
        VaultAnswer session = issue("assumed_role");

        // Then
        assertTrue(aws.issuedUsers().get(0).name().matches("x-iam_user-[0-9A-Za-z]{6}"));
        assertTrue(text(session, "arn").contains(":assumed-role/ProdAppReadOnly/x-assumed_role-"));
    }

    @Test
    void theCallerMayNameTheSessionOfARole() {
        // When
        VaultAnswer answer =
                ask("assumed_role", "role_session_name", "nightly build").expect(200);

        // Then
        assertEquals(
                "arn:aws:sts::" + AwsLab.ACCOUNT + ":assumed-role/ProdAppReadOnly/nightly_build", text(answer, "arn"));
    }

    @Test
    void aSessionTokenOfAnMfaRoleNeedsTheCodeOfTheDevice() {
        // Given
        String serial = "arn:aws:iam::" + AwsLab.ACCOUNT + ":mfa/VaultRunner";
        role("mfa", Map.of("credential_type", "session_token", "mfa_serial_number", serial));
        String code = aws.account().mfaDevices().get(serial).codeAt(clock.instant());

        // When
        VaultAnswer without = vault.read("aws/creds/mfa");
        VaultAnswer with = ask("mfa", "mfa_code", code);

        // Then
        without.expect(400);
        assertTrue(without.errors().get(0).startsWith("Error generating STS keys: AccessDenied: "), without.body());
        assertTrue(aws.session(with.expect(200)).mfa());
    }

    private static Set<String> members(VaultAnswer answer) {
        Set<String> members = new TreeSet<>();
        answer.data().fieldNames().forEachRemaining(members::add);
        return members;
    }

    /** The types by their names on the wire, each with a role, what AWS calls its callers, and its members. */
    enum KnownType {
        assumed_role(
                Map.of("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppReadOnly")),
                "arn:aws:sts::111122223333:assumed-role/ProdAppReadOnly/vault-root-assumed_role-",
                Set.of("access_key", "secret_key", "security_token", "session_token", "arn", "ttl", "expiration")),
        federation_token(
                Map.of("credential_type", "federation_token", "policy_document", KnownType.S3_GET),
                "arn:aws:sts::111122223333:federated-user/vault-",
                Set.of("access_key", "secret_key", "security_token", "session_token", "ttl", "expiration")),
        session_token(
                Map.of("credential_type", "session_token"),
                "arn:aws:iam::111122223333:user/VaultRunner",
                Set.of("access_key", "secret_key", "security_token", "session_token", "ttl", "expiration")),
        iam_user(
                Map.of("credential_type", "iam_user", "policy_document", KnownType.S3_GET),
                "arn:aws:iam::111122223333:user/vault-root-iam_user-",
                Set.of("access_key", "secret_key", "security_token", "session_token"));

        static final String S3_GET = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

        final Map<String, ?> role;
        final String callerArn;
        final Set<String> members;

        KnownType(Map<String, ?> role, String callerArn, Set<String> members) {
            this.role = role;
            this.callerArn = callerArn;
            this.members = members;
        }
    }
}
