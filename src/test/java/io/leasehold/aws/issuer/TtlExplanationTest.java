package io.leasehold.aws.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.client.Refusals;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtlExplanationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ValidationError | The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
                        + " role chaining. | 7200 | The TTL of 7200 s (2h) is above 3600 s (1h), the most that AWS gives"
                        + " when the engine itself acts through a role (role chaining)",
                "ValidationError | Value '300' at 'durationSeconds' failed | 300 | The TTL of 300 s (5m) is below 900 s",
                "ValidationError | Value '50000' at 'durationSeconds' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 43200 | 50000 | The TTL of 50000 s (13h53m20s) is above 43200 s"
            })
    void eachFixedLimitIsNamed(String code, String reason, long seconds, String start) {
        // When
        String text = TtlExplanation.ofFixedLimit(Refusals.of(code, reason, 400), Duration.ofSeconds(seconds));

        // Then
        assertTrue(text.startsWith(start), text);
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied, no", "ValidationError, The role session name is too short"})
    void anotherRefusalIsNotExplained(String code, String reason) {
        // When
        String text = TtlExplanation.ofFixedLimit(Refusals.of(code, reason, 403), Duration.ofHours(1));

        // Then
        assertEquals("", text);
    }

    @Test
    void anUnknownCeilingIsSaidToBeUnknown() {
        // When
        String text = TtlExplanation.ofRoleCeiling("arn:x", Duration.ofHours(2), Optional.empty());

        // Then
        assertTrue(
                text.startsWith("The TTL of 7200 s (2h) is above the MaxSessionDuration of arn:x, which is not known"));
    }
}
