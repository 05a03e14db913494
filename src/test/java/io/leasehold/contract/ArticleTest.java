package io.leasehold.contract;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
    private static final double A_MOMENT = 5;

    @Test
    void theSixStepsRunAsPrinted() {
        // 1) Enable the AWS Secrets Engine
        vault.write("sys/mounts/aws", Map.of("type", "aws")).then().statusCode(204);

        // 2) Configure execution credentials (adjust region etc. for your environment)
        vault.write(
                        "aws/config/root",
                        Map.of(
                                "access_key", aws.runnerKey().id(),
                                "secret_key", aws.runnerKey().secret(),
                                "region", "ap-northeast-1",
                                "sts_endpoint", aws.endpoint(),
                                "iam_endpoint", aws.endpoint()))
                .then()
                .statusCode(204);

        // 3) Create a Vault role (assumes the target IAM role)
        vault.write(
                        "aws/roles/app-readonly",
                        Map.of(
                                "credential_type", "assumed_role",
                                "role_arn", APP_READ_ONLY,
                                "default_sts_ttl", "30m",
                                "max_sts_ttl", "1h"))
                .then()
                .statusCode(204);

        // 4) Issue temporary credentials
        Response issued = vault.read("aws/creds/app-readonly");
        issued.then()
                .statusCode(200)
                .body("lease_id", startsWith("aws/creds/app-readonly/"))
                .body("lease_duration.toDouble()", closeTo(1800, A_MOMENT))
                .body("renewable", equalTo(false))
                .body("data.access_key", startsWith("ASIA"));
        String arn = (String) data(issued).get("arn");
        assertTrue(arn.startsWith("arn:aws:sts::111122223333:assumed-role/ProdAppReadOnly/vault-root-app-readonly-"));
        assertEquals(arn, aws.using(data(issued)).callerArn());

        // 5) Renew the lease (cannot exceed the AWS role's MaxSessionDuration)
        vault.renew(leaseId(issued))
                .then()
                .statusCode(200)
                .body("lease_duration.toDouble()", closeTo(1800, A_MOMENT))
                .body("warnings", hasItem(startsWith("AWS does not extend a session")));

        // 6) Revoke (assumed_role can't be invalidated immediately; only stops future issuance)
        vault.send("PUT", "sys/leases/revoke/" + leaseId(issued), Map.of("sync", false))
                .then()
                .statusCode(202)
                .body(emptyString());
        reapUntil(() -> vault.lookup(leaseId(issued)).statusCode() == 400);
        assertEquals(arn, aws.using(data(issued)).callerArn());
    }

    @Test
    void aTtlAboveTheMaxSessionDurationFailsAndSaysWhatToDo() {
        // Given a role with default_sts_ttl=30m whose IAM role allows 15 minutes
        enableAws();
        writeTheRoleOfTheQuestion("30m");

        // When
        Response answer = vault.read("aws/creds/question");

        // Then
        answer.then()
                .statusCode(400)
                .body("errors.size()", equalTo(1))
                .body(
                        "errors[0]",
                        allOf(
                                startsWith("Error assuming role: ValidationError: The requested DurationSeconds exceeds"
                                        + " the MaxSessionDuration set for this role."),
                                containsString("The TTL of 1800 s (30m) is above the MaxSessionDuration of "
                                        + FIFTEEN_MINUTES + ", which is 900 s (15m)."),
                                containsString("Either ask for less"),
                                containsString("or raise the MaxSessionDuration of the IAM role")));
    }

    @Test
    void writingSuchARoleWarnsAtOnce() {
        // Given
        enableAws();

        // When
        Response answer = writeTheRoleOfTheQuestion("30m");

        // Then
        answer.then()
                .statusCode(200)
                .body("warnings", hasItem(startsWith("default_sts_ttl of 30m is above the MaxSessionDuration of ")));
    }

    @Test
    void raisingTheMaxSessionDurationIsOneFix() {
        // Given
        enableAws();
        writeTheRoleOfTheQuestion("30m");
        vault.read("aws/creds/question").then().statusCode(400);

        // When
        aws.admin()
                .iam(iam -> iam.updateRole(
                        update -> update.roleName("ProdAppFifteenMinutes").maxSessionDuration(3600)));

        // Then
        vault.read("aws/creds/question")
                .then()
                .statusCode(200)
                .body("lease_duration.toDouble()", closeTo(1800, A_MOMENT));
    }

    @Test
    void loweringTheTtlIsTheOtherFix() {
        // Given
        enableAws();
        writeTheRoleOfTheQuestion("30m");
        vault.read("aws/creds/question").then().statusCode(400);

        // When
        writeTheRoleOfTheQuestion("15m").then().statusCode(204);

        // Then
        vault.read("aws/creds/question")
                .then()
                .statusCode(200)
                .body("lease_duration.toDouble()", closeTo(900, A_MOMENT));
    }

    private Response writeTheRoleOfTheQuestion(String ttl) {
        return vault.write(
                "aws/roles/question",
                Map.of("credential_type", "assumed_role", "role_arn", FIFTEEN_MINUTES, "default_sts_ttl", ttl));
    }
}
