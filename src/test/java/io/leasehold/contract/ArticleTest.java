package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The article "Vault AWS Secrets Engine: Issuing Temporary IAM Credentials for Production and Exams", step by step and as
 * it is printed, and then its question.
 */
@QuarkusTest
@Tag("database")
class ArticleTest extends ContractSuite {
    private static final String APP_READ_ONLY = "arn:aws:iam::111122223333:role/ProdAppReadOnly";
    private static final String FIFTEEN_MINUTES = "arn:aws:iam::111122223333:role/ProdAppFifteenMinutes";

    @Test
    void theSixStepsRunAsPrinted() {
        // 1) Enable the AWS Secrets Engine
        vault.write("sys/mounts/aws", Map.of("type", "aws")).expect(204);

        // 2) Configure execution credentials (adjust region etc. for your environment)
        vault.write(
                        "aws/config/root",
                        Map.of(
                                "access_key", aws.runnerKey().id(),
                                "secret_key", aws.runnerKey().secret(),
                                "region", "ap-northeast-1",
                                "sts_endpoint", aws.endpoint(),
                                "iam_endpoint", aws.endpoint()))
                .expect(204);

        // 3) Create a Vault role (assumes the target IAM role)
        vault.write(
                        "aws/roles/app-readonly",
                        Map.of(
                                "credential_type", "assumed_role",
                                "role_arn", APP_READ_ONLY,
                                "default_sts_ttl", "30m",
                                "max_sts_ttl", "1h"))
                .expect(204);

        // 4) Issue temporary credentials
        VaultAnswer issued = vault.read("aws/creds/app-readonly").expect(200);
        assertTrue(issued.leaseId().startsWith("aws/creds/app-readonly/"), issued.leaseId());
        assertEquals(1800, issued.leaseDuration(), A_MOMENT);
        assertTrue(text(issued, "access_key").startsWith("ASIA"));
        String arn = text(issued, "arn");
        assertTrue(
                arn.startsWith("arn:aws:sts::111122223333:assumed-role/ProdAppReadOnly/vault-root-app-readonly-"), arn);
        assertEquals(arn, aws.using(issued).callerArn());

        // 5) Renew the lease (cannot exceed the AWS role's MaxSessionDuration)
        VaultAnswer renewed = renew(issued.leaseId()).expect(200);
        assertEquals(1800, renewed.leaseDuration(), A_MOMENT);
        assertEquals(
                List.of("AWS does not extend a session: lease_duration is what is left of it."
                        + " Read new credentials instead."),
                renewed.warnings());

        // 6) Revoke (assumed_role can't be invalidated immediately; only stops future issuance)
        vault.write("sys/leases/revoke/" + issued.leaseId(), Map.of("sync", false))
                .expect(202);
        reapUntil("the lease is gone", () -> isGone(issued.leaseId()));
        assertEquals(arn, aws.using(issued).callerArn());
    }

    @Test
    void aTtlAboveTheMaxSessionDurationFailsAndSaysWhatToDo() {
        // Given a role with default_sts_ttl=30m whose IAM role allows 15 minutes
        enableAws();
        writeTheRoleOfTheQuestion("30m");

        // When
        VaultAnswer answer = vault.read("aws/creds/question");

        // Then
        answer.expect(400);
        String error = answer.errors().get(0);
        assertTrue(
                error.startsWith("Error assuming role: ValidationError: The requested DurationSeconds exceeds the"
                        + " MaxSessionDuration set for this role.\n\tstatus code: 400, request id: "),
                error);
        assertTrue(
                error.endsWith("\nThe TTL of 1800 s (30m) is above the MaxSessionDuration of " + FIFTEEN_MINUTES
                        + ", which is 900 s (15m). Either ask for less (ttl in the request, default_sts_ttl or"
                        + " max_sts_ttl in the Vault role), or raise the MaxSessionDuration of the IAM role, which may"
                        + " be 3600 to 43200 s."),
                error);
    }

    @Test
    void writingSuchARoleWarnsAtOnce() {
        // Given
        enableAws();

        // When
        VaultAnswer answer = writeTheRoleOfTheQuestion("30m");

        // Then
        answer.expect(200);
        assertEquals(
                List.of("default_sts_ttl of 30m is above the MaxSessionDuration of " + FIFTEEN_MINUTES
                        + ", which is 15m: AWS will refuse longer sessions. Lower it, or raise the MaxSessionDuration"
                        + " of the IAM role."),
                answer.warnings());
    }

    @Test
    void raisingTheMaxSessionDurationIsOneFix() {
        // Given
        enableAws();
        writeTheRoleOfTheQuestion("30m");
        vault.read("aws/creds/question").expect(400);

        // When
        aws.admin()
                .iam(iam -> iam.updateRole(
                        update -> update.roleName("ProdAppFifteenMinutes").maxSessionDuration(3600)));

        // Then
        assertEquals(1800, issue("question").leaseDuration(), A_MOMENT);
    }

    @Test
    void loweringTheTtlIsTheOtherFix() {
        // Given
        enableAws();
        writeTheRoleOfTheQuestion("30m");
        vault.read("aws/creds/question").expect(400);

        // When
        writeTheRoleOfTheQuestion("15m").expect(204);

        // Then
        assertEquals(900, issue("question").leaseDuration(), A_MOMENT);
    }

    private VaultAnswer writeTheRoleOfTheQuestion(String ttl) {
        return role(
                "question",
                Map.of("credential_type", "assumed_role", "role_arn", FIFTEEN_MINUTES, "default_sts_ttl", ttl));
    }
}
