package io.leasehold.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtlRuleTest {
    private static final Instant BIRTH = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration MOUNT_DEFAULT = Duration.ofHours(768);

    @ParameterizedTest(name = "{0}: increment {1}, ttl {2}, max {3}, age {4} gives {5}")
    @CsvSource({
        "nothing asked gives the mount default, PT0S, PT0S, PT768H, PT0S, PT768H",
        "the engine asks, PT0S, PT1H, PT768H, PT0S, PT1H",
        "the caller wins over the engine, PT2H, PT1H, PT768H, PT0S, PT2H",
        "a small increment shortens, PT1S, PT1H, PT768H, PT30M, PT1S",
        "the increment counts from now, PT1H, PT0S, PT3H, PT1H, PT1H",
        "up to the last permitted moment, PT1H, PT0S, PT2H, PT1H, PT1H",
        "capped to what is left, PT2H, PT0S, PT2H, PT1H, PT1H",
        "the engine's ttl is capped as well, PT0S, PT2H, PT2H, PT90M, PT30M",
        "the mount default is capped as well, PT0S, PT0S, PT1H, PT0S, PT1H",
        "one second is left, PT1H, PT0S, PT1H, PT59M59S, PT1S"
    })
    void theGrantCountsFromNowAndEndsAtIssueTimePlusMax(
            String name, Duration increment, Duration ttl, Duration max, Duration age, Duration expected) {
        // Given
        TtlRule.Terms terms = new TtlRule.Terms(increment, ttl, MOUNT_DEFAULT, List.of(max));

        // When
        TtlRule.Granted granted = TtlRule.grant(terms, BIRTH, BIRTH.plus(age));

        // Then
        assertEquals(expected, granted.ttl());
    }

    @ParameterizedTest
    @CsvSource({"PT1H", "PT1H1S", "PT48H"})
    void afterTheLastPermittedMomentNothingIsGranted(Duration age) {
        // Given
        TtlRule.Terms terms = new TtlRule.Terms(Duration.ofSeconds(1), Duration.ZERO, MOUNT_DEFAULT, List.of(hours(1)));

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> TtlRule.grant(terms, BIRTH, BIRTH.plus(age)));

        // Then
        assertEquals("past the max TTL, cannot renew", refusal.firstMessage());
    }

    @Test
    void theSmallestMaximumHoldsAndZeroIsNone() {
        // Given
        TtlRule.Terms terms =
                new TtlRule.Terms(hours(9), Duration.ZERO, MOUNT_DEFAULT, List.of(hours(5), Duration.ZERO, hours(3)));

        // When
        TtlRule.Granted granted = TtlRule.grant(terms, BIRTH, BIRTH);

        // Then
        assertEquals(hours(3), granted.ttl());
    }

    @ParameterizedTest(name = "asked {0}, left {1}")
    @CsvSource({
        "PT1000H, PT768H, 1000h, 768h",
        "PT2H, PT1H30M, 2h, 1h30m",
        "PT1H, PT5M, 1h, 5m",
        "PT59M59.998116184S, PT45S, 59m59.998116184s, 45s",
        "PT1H, PT44.6S, 1h, 45s"
    })
    void aCutIsSaidWithWhatWasAskedAndWhatIsLeft(Duration asked, Duration left, String askedText, String leftText) {
        // Given
        TtlRule.Terms terms = new TtlRule.Terms(asked, Duration.ZERO, MOUNT_DEFAULT, List.of(left));

        // When
        TtlRule.Granted granted = TtlRule.grant(terms, BIRTH, BIRTH);

        // Then
        assertEquals(
                List.of("TTL of \"" + askedText + "\" exceeded the effective max_ttl of \"" + leftText
                        + "\"; TTL value is capped accordingly"),
                granted.warnings());
    }

    @Test
    void whatFitsIsGrantedWithoutAWord() {
        // Given
        TtlRule.Terms terms = new TtlRule.Terms(hours(1), Duration.ZERO, MOUNT_DEFAULT, List.of(hours(1)));

        // When
        TtlRule.Granted granted = TtlRule.grant(terms, BIRTH, BIRTH);

        // Then
        assertEquals(List.of(), granted.warnings());
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
