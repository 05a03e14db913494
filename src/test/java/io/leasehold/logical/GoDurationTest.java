package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", PT0S",
                "0, PT0S",
                "60, PT1M",
                "-60, PT-1M",
                "+60, PT1M",
                "3600, PT1H",
                "7d, PT168H",
                "-1d, PT-24H",
                "0s, PT0S",
                "1s, PT1S",
                "1h30m, PT1H30M",
                "1.5h, PT1H30M",
                "-1.5h, PT-1H-30M",
                "+5s, PT5S",
                ".5s, PT0.5S",
                "1.s, PT1S",
                "3600000ms, PT1H",
                "10us, PT0.00001S",
                "10µs, PT0.00001S",
                "10μs, PT0.00001S",
                "7ns, PT0.000000007S",
                "1m1m, PT2M",
                "2h1s3m, PT2H3M1S",
                "768h, PT768H",
                "2562047h, PT2562047H"
            })
    void aTextIsReadAsGoReadsIt(String text, Duration expected) {
        // When
        Duration read = GoDuration.parse(text);

        // Then
        assertEquals(expected, read);
    }

    @ParameterizedTest(name = "\"{0}\" is refused")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "abc, time: invalid duration \"\"abc\"\"",
                "-, time: invalid duration \"\"-\"\"",
                "., time: invalid duration \"\".\"\"",
                ".s, time: invalid duration \"\".s\"\"",
                "1.5, time: missing unit in duration \"\"1.5\"\"",
                "1h5, time: missing unit in duration \"\"1h5\"\"",
                "5x, time: unknown unit \"\"x\"\" in duration \"\"5x\"\"",
                "1H, time: unknown unit \"\"H\"\" in duration \"\"1H\"\"",
                "1h2y, time: unknown unit \"\"y\"\" in duration \"\"1h2y\"\"",
                "1d12h, time: unknown unit \"\"d\"\" in duration \"\"1d12h\"\"",
                "1 h, time: unknown unit \"\" h\"\" in duration \"\"1 h\"\"",
                "2562048h, time: invalid duration \"\"2562048h\"\""
            })
    void whatIsNoDurationIsRefusedInGosWords(String text, String message) {
        // When
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> GoDuration.parse(text));

        // Then
        assertEquals(message.replace("\"\"", "\""), refusal.getMessage());
    }

    @ParameterizedTest(name = "{0} prints {1}, short {2}")
    @CsvSource({
        "PT0S, 0s, 0s",
        "PT1S, 1s, 1s",
        "PT45S, 45s, 45s",
        "PT5M, 5m0s, 5m",
        "PT1H, 1h0m0s, 1h",
        "PT1H30M, 1h30m0s, 1h30m",
        "PT1H0M5S, 1h0m5s, 1h0m5s",
        "PT12H, 12h0m0s, 12h",
        "PT768H, 768h0m0s, 768h",
        "PT10H10M10S, 10h10m10s, 10h10m10s",
        "PT1M30.5S, 1m30.5s, 1m30.5s",
        "PT59M59.998116184S, 59m59.998116184s, 59m59.998116184s",
        "PT0.25S, 250ms, 250ms",
        "PT0.0015S, 1.5ms, 1.5ms",
        "PT0.000002S, 2µs, 2µs",
        "PT0.000000003S, 3ns, 3ns",
        "PT-1H, -1h0m0s, -1h"
    })
    void aDurationPrintsAsGoPrintsIt(Duration duration, String full, String shortened) {
        // When
        String printed = GoDuration.format(duration) + " " + GoDuration.formatShort(duration);

        // Then
        assertEquals(full + " " + shortened, printed);
    }
}
