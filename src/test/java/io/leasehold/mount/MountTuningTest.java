package io.leasehold.mount;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTuningTest {
    @ParameterizedTest(name = "{0} and {1}: in effect {2} and {3}")
    @CsvSource({
        "PT0S, PT0S, PT768H, PT768H",
        "PT1H, PT0S, PT1H, PT768H",
        "PT0S, PT2H, PT2H, PT2H",
        "PT1H, PT2H, PT1H, PT2H",
        "PT0S, PT1000H, PT768H, PT1000H",
        "PT10000H, PT0S, PT768H, PT768H"
    })
    void zeroInheritsAndTheMaximumHolds(
            Duration defaultTtl, Duration maxTtl, Duration effectiveDefault, Duration effectiveMax) {
        // Given
        MountTuning tuning = tuning(defaultTtl, maxTtl);

        // When
        Duration inEffect = tuning.effectiveDefault();

        // Then
        assertEquals(effectiveDefault, inEffect);
        assertEquals(effectiveMax, tuning.effectiveMax());
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "PT2H, PT1H, given default lease TTL greater than given max lease TTL",
        "PT769H, PT0S, given default lease TTL greater than system max lease TTL of 2764800"
    })
    void aNewMountWithLimitsThatContradictIsRefused(Duration defaultTtl, Duration maxTtl, String message) {
        // Given
        MountTuning tuning = tuning(defaultTtl, maxTtl);

        // When
        VaultException refusal = assertThrows(VaultException.class, tuning::requireSoundWhenEnabled);

        // Then
        assertEquals(message, refusal.firstMessage());
    }

    @Test
    void aTunedMaximumBelowTheTunedDefaultIsRefused() {
        // Given
        MountTuning tuning = tuning(Duration.ofHours(2), Duration.ofHours(1));

        // When
        VaultException refusal = assertThrows(VaultException.class, tuning::requireSoundWhenTuned);

        // Then
        assertEquals(
                "backend max lease TTL of 3600 would be less than backend default lease TTL of 7200",
                refusal.firstMessage());
    }

    @Test
    void aTunedDefaultAboveTheSystemMaximumIsTakenWhereNoMaximumIsSet() {
        // Given
        MountTuning tuning = tuning(Duration.ofHours(10_000), Duration.ZERO);

        // When
        assertDoesNotThrow(tuning::requireSoundWhenTuned);

        // Then
        assertEquals(Duration.ofHours(768), tuning.effectiveDefault());
    }

    @Test
    void aLimitMayBeANumberOrADurationOrNothing() {
        // When
        Duration number = MountTuning.parse("default", BigInteger.valueOf(60));

        // Then
        assertEquals(Duration.ofMinutes(1), number);
        assertEquals(Duration.ofHours(1), MountTuning.parse("max", "1h"));
        assertEquals(Duration.ZERO, MountTuning.parse("max", ""));
        assertEquals(Duration.ZERO, MountTuning.parse("max", null));
        assertEquals(Duration.ZERO, MountTuning.parse("max", "0s"));
    }

    @ParameterizedTest
    @CsvSource({"default", "max"})
    void aLimitThatIsNoDurationIsNamed(String which) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> MountTuning.parse(which, "soon"));

        // Then
        assertEquals(
                "unable to parse " + which + " TTL of soon: time: invalid duration \"soon\"", refusal.firstMessage());
    }

    private static MountTuning tuning(Duration defaultTtl, Duration maxTtl) {
        return new MountTuning(defaultTtl, maxTtl, false, Map.of());
    }
}
