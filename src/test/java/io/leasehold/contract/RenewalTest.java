package io.leasehold.contract;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a renew moves, and what it cannot move. */
@QuarkusTest
@Tag("database")
class RenewalTest extends ContractSuite {
    private static final double A_MOMENT = 5;
    private static final String NOT_EXTENDED =
            "AWS does not extend a session: lease_duration is what is left of it." + " Read new credentials instead.";

    @BeforeEach
    void roles() {
        enableAws();
        vault.write("aws/config/lease", Map.of("lease", "30m", "lease_max", "12h"));
        role("s", Map.of("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppReadOnly")));
        role("u", Map.of("credential_type", "iam_user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "600", "24h"})
    void renewingASessionSaysWhatIsLeftWhateverTheIncrement(String increment) {
        // Given
        String lease = leaseId(issue("s"));
        pass(Duration.ofMinutes(20));

        // When
        Response answer = vault.renew(lease, increment);

        // Then
        answer.then()
                .statusCode(200)
                .body("lease_id", equalTo(lease))
                .body("lease_duration.toDouble()", closeTo(2400, A_MOMENT))
                .body("renewable", equalTo(false))
                .body("data", nullValue())
                .body("warnings", contains(NOT_EXTENDED));
    }

    @Test
    void aSessionThatHasEndedIsNotRenewed() {
        // Given
        String lease = leaseId(issue("s"));
        pass(Duration.ofMinutes(61));

        // When
        Response answer = vault.renew(lease);

        // Then the lease is over, or even forgotten already
        answer.then()
                .statusCode(400)
                .body("errors", org.hamcrest.Matchers.anyOf(contains("lease expired"), contains("lease not found")));
    }

    @Test
    void aMountMayRefuseToRenewSessionsAsVaultDoes() {
        // Given
        vault.write("sys/mounts/aws/tune", Map.of("options", Map.of("sts_renewal", "never")))
                .then()
                .statusCode(204);
        String lease = leaseId(issue("s"));

        // When
        Response answer = vault.renew(lease);

        // Then
        answer.then().statusCode(400).body("errors", contains("lease is not renewable"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"600, 600", "'', 1800", "0, 1800", "2h, 7200", "12h, 43200"})
    void anIncrementCountsFromNow(String increment, double seconds) {
        // Given
        String lease = leaseId(issue("u"));

        // When
        Response answer = vault.renew(lease, increment);

        // Then
        answer.then()
                .statusCode(200)
                .body("lease_id", equalTo(lease))
                .body("lease_duration.toDouble()", closeTo(seconds, A_MOMENT))
                .body("renewable", equalTo(true))
                .body("data", nullValue());
    }

    @Test
    void anIncrementAboveTheMaximumIsCutWithAWarning() {
        // Given
        String lease = leaseId(issue("u"));

        // When
        Response answer = vault.renew(lease, "24h");

        // Then
        answer.then()
                .statusCode(200)
                .body("lease_duration.toDouble()", closeTo(43200, A_MOMENT))
                .body(
                        "warnings",
                        contains("TTL of \"24h\" exceeded the effective max_ttl of \"12h\";"
                                + " TTL value is capped accordingly"));
    }

    @Test
    void theMaximumCountsFromTheIssue() {
        // Given
        String lease = leaseId(issue("u"));
        vault.renew(lease, "12h").then().statusCode(200);
        pass(Duration.ofHours(11));

        // When
        Response answer = vault.renew(lease, "6h");

        // Then
        answer.then().statusCode(200).body("lease_duration.toDouble()", closeTo(3600, A_MOMENT));
    }

    @Test
    void aLoweredMaximumHoldsAtTheNextRenew() {
        // Given
        String lease = leaseId(issue("u"));
        vault.write("aws/config/lease", Map.of("lease", "30m", "lease_max", "40m"));

        // When
        Response answer = vault.renew(lease, "1h");

        // Then
        answer.then().statusCode(200).body("lease_duration.toDouble()", closeTo(2400, A_MOMENT));
    }

    @Test
    void pastTheMaximumThereIsNothingToRenew() {
        // Given
        String lease = leaseId(issue("u"));
        pass(Duration.ofMinutes(20));
        vault.write("aws/config/lease", Map.of("lease", "5m", "lease_max", "10m"));

        // When
        Response answer = vault.renew(lease);

        // Then
        answer.then().statusCode(400).body("errors", contains("past the max TTL, cannot renew"));
    }

    @Test
    void anUnknownLeaseIsNotRenewed() {
        // When
        Response answer = vault.renew("aws/creds/u/AAAAAAAAAAAAAAAAAAAAAAAA");

        // Then
        answer.then().statusCode(400).body("errors", contains("lease not found"));
    }

    @Test
    void aRenewNeedsALeaseId() {
        // When
        Response answer = vault.send("PUT", "sys/leases/renew", Map.of("increment", 60));

        // Then
        answer.then().statusCode(400).body("errors", contains("lease_id must be specified"));
    }
}
