package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller may write as a TTL, and what becomes of it. */
@QuarkusTest
@Tag("database")
class TtlFormsTest extends ContractSuite {

    @BeforeEach
    void mount() {
        enableAws(Map.of("max_retries", 0));
    }

    @ParameterizedTest
    @MethodSource("ttls")
    void everyFormOfATtlIsUnderstood(Object ttl, long seconds) {
        // Given
        role("long", body("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppTwelveHours")));

        // When
        VaultAnswer answer = vault.write("aws/creds/long", body("ttl", ttl)).expect(200);

        // Then
        assertEquals(seconds, answer.leaseDuration(), A_MOMENT);
    }

    static Stream<Arguments> ttls() {
        return Stream.of(
                arguments(3600, 3600),
                arguments("3600", 3600),
                arguments("1h", 3600),
                arguments("60m", 3600),
                arguments("3600000ms", 3600),
                arguments("1.5h", 5400),
                arguments("2h30m", 9000),
                arguments(null, 3600));
    }

    @ParameterizedTest
    @MethodSource("refusedTtls")
    void aTtlThatAwsDoesNotTakeIsExplained(Object ttl, String asked) {
        // Given
        role("long", body("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppTwelveHours")));

        // When
        VaultAnswer answer = vault.write("aws/creds/long", body("ttl", ttl));

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith("Error assuming role: ValidationError: "), answer.body());
        assertTrue(answer.errors().get(0).contains("\nThe TTL of " + asked + " is "), answer.body());
    }

    static Stream<Arguments> refusedTtls() {
        return Stream.of(
                arguments("1d", "86400 s (24h)"),
                arguments(0, "0 s (0s)"),
                arguments("", "0 s (0s)"),
                arguments("899s", "899 s (14m59s)"));
    }

    @Test
    void aTtlThatIsNoneIsRefusedBeforeAws() {
        // Given
        role("s", Roles.assumedRole());

        // When
        VaultAnswer answer = ask("s", "ttl", "soon");

        // Then
        answer.expect(
                400,
                "Field validation failed: error converting input soon for field \"ttl\":"
                        + " time: invalid duration \"soon\"");
    }

    @ParameterizedTest
    @CsvSource({"max_sts_ttl of the role, 1h", "max_lease_ttl of the mount, 2h"})
    void aTtlAboveACeilingIsLoweredWithAWarningThatNamesIt(String ceiling, String most) {
        // Given
        vault.write("sys/mounts/aws/tune", Map.of("max_lease_ttl", "2h")).expect(204);
        String arn = AwsLab.roleArn("ProdAppTwelveHours");
        role(
                "long",
                ceiling.startsWith("max_sts")
                        ? body("credential_type", "assumed_role", "role_arns", arn, "max_sts_ttl", most)
                        : body("credential_type", "assumed_role", "role_arns", arn));

        // When
        VaultAnswer answer = ask("long", "ttl", "10h").expect(200);

        // Then
        assertEquals(
                List.of("TTL of \"10h\" exceeds the " + ceiling + ", \"" + most
                        + "\"; the credentials were requested for \"" + most + "\""),
                answer.warnings());
    }
}
