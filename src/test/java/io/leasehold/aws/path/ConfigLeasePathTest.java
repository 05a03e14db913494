package io.leasehold.aws.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.aws.config.AwsConfigLease;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigLeasePathTest {
    private static final List<Field<?>> FIELDS = List.of(Field.string("lease", ""), Field.string("lease_max", ""));

    private static AwsConfigLease parse(Map<String, Object> body) {
        return ConfigLeasePath.parse(FieldValues.read(FIELDS, body));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Map.of("lease_max", "1h"), "'lease' is a required parameter"),
                arguments(Map.of("lease", "1h"), "'lease_max' is a required parameter"),
                arguments(Map.of("lease", "zz", "lease_max", "1h"), "Invalid lease: time: invalid duration \"zz\""),
                arguments(Map.of("lease", "1h", "lease_max", "zz"), "Invalid lease_max: time: invalid duration \"zz\""),
                arguments(
                        Map.of("lease", "-1h", "lease_max", "1h"),
                        "Invalid lease: cannot provide negative value '-1h'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void eachMistakeHasItsText(Map<String, Object> body, String text) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> parse(body));

        // Then
        assertEquals(List.of(text), refusal.messages());
    }

    @ParameterizedTest
    @CsvSource({"30m, 1800", "3600, 3600", "1d, 86400", "0, 0", "1h30m, 5400"})
    void durationsComeInSeveralNotations(String text, long seconds) {
        // When
        AwsConfigLease lease = parse(Map.of("lease", text, "lease_max", text));

        // Then
        assertEquals(new AwsConfigLease(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds)), lease);
    }
}
