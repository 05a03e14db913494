package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTypeTest {
    private static final Field<String> TEXT = Field.string("x", "");
    private static final Field<Integer> NUMBER = Field.integer("x", "");
    private static final Field<Boolean> FLAG = Field.bool("x", "");
    private static final Field<Duration> TIME = Field.duration("x", "");
    private static final Field<List<String>> LIST = Field.list("x", "");
    private static final Field<Map<String, String>> PAIRS = Field.pairs("x", "");
    private static final Field<Map<String, Object>> OBJECT = Field.object("x", "");
    private static final Field<Object> ANY = new Field<>("x", FieldType.ANY, "");

    static Stream<Arguments> conversions() {
        return Stream.of(
                arguments("text as it is", TEXT, "a b", "a b"),
                arguments("null text is empty", TEXT, null, ""),
                arguments("number as text", TEXT, BigInteger.valueOf(5), "5"),
                arguments("big number as text", TEXT, new BigInteger("12345678901234567890"), "12345678901234567890"),
                arguments("fraction as text", TEXT, new BigDecimal("1.50"), "1.50"),
                arguments("true as text", TEXT, true, "1"),
                arguments("false as text", TEXT, false, "0"),
                arguments("number as it is", NUMBER, BigInteger.valueOf(7), 7),
                arguments("digits as number", NUMBER, "7", 7),
                arguments("negative digits", NUMBER, "-7", -7),
                arguments("empty text is zero", NUMBER, "", 0),
                arguments("null number is zero", NUMBER, null, 0),
                arguments("true as number", NUMBER, true, 1),
                arguments("whole fraction as number", NUMBER, new BigDecimal("7.0"), 7),
                arguments("flag as it is", FLAG, true, true),
                arguments("\"true\"", FLAG, "true", true),
                arguments("\"True\"", FLAG, "True", true),
                arguments("\"1\"", FLAG, "1", true),
                arguments("\"t\"", FLAG, "t", true),
                arguments("\"false\"", FLAG, "false", false),
                arguments("\"0\"", FLAG, "0", false),
                arguments("number 1", FLAG, BigInteger.ONE, true),
                arguments("number 2", FLAG, BigInteger.TWO, true),
                arguments("number 0", FLAG, BigInteger.ZERO, false),
                arguments("empty text is false", FLAG, "", false),
                arguments("null flag is false", FLAG, null, false),
                arguments("seconds as number", TIME, BigInteger.valueOf(90), Duration.ofSeconds(90)),
                arguments("seconds as digits", TIME, "90", Duration.ofSeconds(90)),
                arguments("Go duration", TIME, "1h30m", Duration.ofMinutes(90)),
                arguments("days", TIME, "2d", Duration.ofDays(2)),
                arguments("zero with unit", TIME, "0s", Duration.ZERO),
                arguments("fraction is cut to seconds", TIME, new BigDecimal("1.9"), Duration.ofSeconds(1)),
                arguments("part of a second is cut", TIME, "1500ms", Duration.ofSeconds(1)),
                arguments("list as it is", LIST, List.of("a", "b"), List.of("a", "b")),
                arguments("comma text", LIST, "a,b", List.of("a", "b")),
                arguments("comma text is trimmed", LIST, " a , b ,, ", List.of("a", "b")),
                arguments("numbers in a list", LIST, List.of(BigInteger.ONE), List.of("1")),
                arguments("null list is empty", LIST, null, List.of()),
                arguments("empty text is an empty list", LIST, "", List.of()),
                arguments("pairs as object", PAIRS, Map.of("a", BigInteger.ONE), Map.of("a", "1")),
                arguments("pairs as list", PAIRS, List.of("a=1", "b=x=y"), Map.of("a", "1", "b", "x=y")),
                arguments("pairs as text", PAIRS, "a=1", Map.of("a", "1")),
                arguments("null in pairs", PAIRS, Collections.singletonMap("a", null), Map.of("a", "")),
                arguments("null pairs are empty", PAIRS, null, Map.of()),
                arguments("object as it is", OBJECT, Map.of("a", List.of("b")), Map.of("a", List.of("b"))),
                arguments("null object is empty", OBJECT, null, Map.of()),
                arguments("anything", ANY, List.of("a"), List.of("a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conversions")
    void aValueIsTakenWeakly(String name, Field<?> field, Object raw, Object expected) {
        // When
        Optional<?> read = field.read(raw);

        // Then
        assertEquals(Optional.of(expected), read);
    }

    static Stream<Arguments> absences() {
        return Stream.of(arguments("null duration", TIME), arguments("null anything", ANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absences")
    void aNullOfThisTypeCountsAsNotSent(String name, Field<?> field) {
        // When
        Optional<?> read = field.read(null);

        // Then
        assertEquals(Optional.empty(), read);
    }

    static Stream<Arguments> refusals() {
        String head = "Field validation failed: error converting input ";
        return Stream.of(
                arguments(TIME, "abc", head + "abc for field \"x\": time: invalid duration \"abc\""),
                arguments(TIME, "5x", head + "5x for field \"x\": time: unknown unit \"x\" in duration \"5x\""),
                arguments(TIME, "-5", head + "-5 for field \"x\": cannot provide negative value '-5'"),
                arguments(
                        NUMBER,
                        "abc",
                        head + "abc for field \"x\": cannot parse '' as int: strconv.ParseInt: parsing \"abc\":"
                                + " invalid syntax"),
                arguments(
                        NUMBER,
                        new BigDecimal("1.5"),
                        head + "1.5 for field \"x\": cannot parse '' as int: strconv.ParseInt: parsing \"1.5\":"
                                + " invalid syntax"),
                arguments(
                        FLAG,
                        "yes",
                        head + "yes for field \"x\": cannot parse '' as bool: strconv.ParseBool: parsing \"yes\":"
                                + " invalid syntax"),
                arguments(
                        TEXT,
                        Map.of("b", BigInteger.ONE),
                        head + "map[b:1] for field \"x\": '' expected type 'string', got unconvertible type"
                                + " 'map[string]interface {}'"),
                arguments(
                        TEXT,
                        Arrays.asList("a", null),
                        head + "[a <nil>] for field \"x\": '' expected type 'string', got unconvertible type"
                                + " '[]interface {}'"),
                arguments(
                        OBJECT,
                        "abc",
                        head + "abc for field \"x\": '' expected type 'map', got unconvertible type 'string'"),
                arguments(
                        OBJECT,
                        BigInteger.ONE,
                        head + "1 for field \"x\": '' expected type 'map', got unconvertible type 'json.Number'"),
                arguments(PAIRS, "abc", head + "abc for field \"x\": invalid key pair \"abc\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void aValueThatDoesNotConvertIsNamedWithTheReason(Field<?> field, Object raw, String message) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> field.read(raw));

        // Then
        assertEquals(List.of(message), refusal.messages());
        assertEquals(ErrorKind.INVALID_REQUEST, refusal.kind());
    }
}
