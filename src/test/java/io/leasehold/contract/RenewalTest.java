package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
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
    private static final String NOT_EXTENDED =
            "AWS does not extend a session: lease_duration is what is left of it." + " Read new credentials instead.";

    @BeforeEach
    void roles() {
        enableAws();
        vault.write("aws/config/lease", Map.of("lease", "30m", "lease_max", "12h"))
                .expect(204);
        role("s", Map.of("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppReadOnly")));
        role("u", Map.of("credential_type", "iam_user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "600", "24h"})
    void renewingASessionSaysWhatIsLeftWhateverTheIncrement(String increment) {
        // Given
        String lease = issue("s").leaseId();
        pass(Duration.ofMinutes(20));

        // When
        VaultAnswer answer = renew(lease, increment).expect(200);

        // Then
        assertEquals(lease, answer.leaseId());
        assertEquals(2400, answer.leaseDuration(), A_MOMENT);
        assertFalse(answer.json().path("renewable").asBoolean());
        assertTrue(answer.data().isNull());
        assertEquals(List.of(NOT_EXTENDED), answer.warnings());
    }

    @Test
    void aSessionThatHasEndedIsNotRenewed() {
        // Given
        String lease = issue("s").leaseId();
        pass(Duration.ofMinutes(61));

        // When
        VaultAnswer answer = renew(lease);

        // Then it is over, or the reaper has forgotten it already
        answer.expect(400);
        assertTrue(
                List.of("lease expired", "lease not found")
                        .contains(answer.errors().get(0)),
                answer.body());
    }

    @Test
    void aMountMayRefuseToRenewSessionsAsVaultDoes() {
        // Given
        vault.write("sys/mounts/aws/tune", Map.of("options", Map.of("sts_renewal", "never")))
                .expect(204);
        String lease = issue("s").leaseId();

        // When
        VaultAnswer answer = renew(lease);

        // Then
        answer.expect(400, "lease is not renewable");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"600, 600", "'', 1800", "0, 1800", "2h, 7200", "12h, 43200"})
    void anIncrementCountsFromNow(String increment, long seconds) {
        // Given
        String lease = issue("u").leaseId();

        // When
        VaultAnswer answer = renew(lease, increment).expect(200);

        // Then
        assertEquals(lease, answer.leaseId());
        assertEquals(seconds, answer.leaseDuration(), A_MOMENT);
        assertTrue(answer.json().path("renewable").asBoolean());
        assertTrue(answer.data().isNull());
    }

    @Test
    void anIncrementAboveTheMaximumIsCutWithAWarning() {
        // Given
        String lease = issue("u").leaseId();

        // When
        VaultAnswer answer = renew(lease, "24h").expect(200);

        // Then
        assertEquals(43200, answer.leaseDuration(), A_MOMENT);
        assertEquals(
                List.of("TTL of \"24h\" exceeded the effective max_ttl of \"12h\"; TTL value is capped accordingly"),
                answer.warnings());
    }

    @Test
    void theMaximumCountsFromTheIssue() {
        // Given
        String lease = issue("u").leaseId();
        renew(lease, "12h").expect(200);
        pass(Duration.ofHours(11));

        // When
        VaultAnswer answer = renew(lease, "6h").expect(200);

        // Then
        assertEquals(3600, answer.leaseDuration(), A_MOMENT);
    }

    @Test
    void aLoweredMaximumHoldsAtTheNextRenew() {
        // Given
        String lease = issue("u").leaseId();
        vault.write("aws/config/lease", Map.of("lease", "30m", "lease_max", "40m"))
                .expect(204);

        // When
        VaultAnswer answer = renew(lease, "1h").expect(200);

        // Then
        assertEquals(2400, answer.leaseDuration(), A_MOMENT);
    }

    @Test
    void pastTheMaximumThereIsNothingToRenew() {
        // Given
        String lease = issue("u").leaseId();
        pass(Duration.ofMinutes(20));
        vault.write("aws/config/lease", Map.of("lease", "5m", "lease_max", "10m"))
                .expect(204);

        // When
        VaultAnswer answer = renew(lease);

        // Then
        answer.expect(400, "past the max TTL, cannot renew");
    }

    @Test
    void anUnknownLeaseIsNotRenewed() {
        // When
        VaultAnswer answer = renew("aws/creds/u/AAAAAAAAAAAAAAAAAAAAAAAA");

        // Then
        answer.expect(400, "lease not found");
    }

    @Test
    void aRenewNeedsALeaseId() {
        // When
        VaultAnswer answer = vault.write("sys/leases/renew", Map.of("increment", 60));

        // Then
        answer.expect(400, "lease_id must be specified");
    }
}
