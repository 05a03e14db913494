package io.leasehold.aws.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function once with a value worked out by hand, beside the outputs of Go. */
final class TemplateFunctionsTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("{{ random 7 }}", "ABCDEFG"),
                Arguments.of("{{ len (random 1024) }}", "1024"),
                Arguments.of("{{ truncate 3 \"abcdef\" }}", "abc"),
                Arguments.of("{{ \"abcdefghijkl\" | truncate_sha256 12 }}", "abcdefghijkl"),
                Arguments.of("{{ \"abcdabc\" | printf \"%s\" | truncate_sha256 9 }}", "abcdabc"),
                Arguments.of("{{ \"xyabcdefghi\" | truncate_sha256 10 }}", "xy" + "19cc02f2"),
                Arguments.of("{{ \"aBc\" | uppercase }}", "ABC"),
                Arguments.of("{{ \"aBc\" | lowercase }}", "abc"),
                Arguments.of("{{ \"a.b.c\" | replace \".\" \"-\" }}", "a-b-c"),
                Arguments.of("{{ \"abc\" | sha256 }}", SHA256_OF_ABC),
                Arguments.of("{{ \"hello\" | base64 }}", "aGVsbG8="),
                Arguments.of("{{ \"aGVsbG8=\" | decode_base64 }}", "hello"),
                Arguments.of("{{ unix_time }}", "1700000000"),
                Arguments.of("{{ unix_time_millis }}", "1700000000123"),
                Arguments.of("{{ timestamp \"2006-01-02T15:04:05Z\" }}", "2023-11-14T22:13:20Z"),
                Arguments.of("{{ uuid }}", TemplateFixtures.UUID_OF_TESTS.toString()),
                Arguments.of("{{ printf \"%s-%03d\" \"a\" 7 }}", "a-007"),
                Arguments.of("{{ print \"a\" 1 2 }}", "a1 2"),
                Arguments.of("{{ println 1 }}", "1\n"),
                Arguments.of("{{ eq 3 1 2 3 }}", "true"),
                Arguments.of("{{ ne 1 2 }}", "true"),
                Arguments.of("{{ lt 1 1 }}", "false"),
                Arguments.of("{{ le 1 1 }}", "true"),
                Arguments.of("{{ gt 2 1 }}", "true"),
                Arguments.of("{{ ge 0 1 }}", "false"),
                Arguments.of("{{ and \"a\" \"\" \"c\" }}", ""),
                Arguments.of("{{ or \"\" \"b\" \"c\" }}", "b"),
                Arguments.of("{{ not \"\" }}", "true"),
                Arguments.of("{{ len \"é\" }}", "2"),
                Arguments.of("{{ index \"abc\" 2 }}", "99"),
                Arguments.of("{{ slice \"abcdef\" 1 4 }}", "bcd"),
                Arguments.of("{{ html \"a<b\" }}", "a&lt;b"),
                Arguments.of("{{ js \"a<b\" }}", "a\\u003Cb"),
                Arguments.of("{{ urlquery \"a b\" }}", "a+b"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("{{ random -1 }}", "template:1:4: random: length must be 0 to 1024 but was -1"),
                Arguments.of("{{ random 1025 }}", "template:1:4: random: length must be 0 to 1024 but was 1025"),
                Arguments.of("{{ truncate 0 .Type }}", "template:1:4: truncate: max length must be > 0 but was 0"),
                Arguments.of(
                        "{{ .Type | truncate_sha256 8 }}",
                        "template:1:12: truncate_sha256: max length must be > 8 but was 8"),
                Arguments.of("{{ decode_base64 \"a\" }}", "template:1:4: decode_base64: illegal base64 data"),
                Arguments.of("{{ uppercase 5 }}", "template:1:14: wrong type for value; expected string; got int"),
                Arguments.of("{{ truncate .Type 5 }}", "template:1:13: wrong type for value; expected int; got string"),
                Arguments.of("{{ eq \"a\" 1 }}", "template:1:4: eq: incompatible types for comparison: string and int"),
                Arguments.of("a\n {{ lt true false }}", "template:2:5: lt: invalid type for comparison"),
                Arguments.of("{{ len 5 }}", "template:1:4: len: len of type int"),
                Arguments.of("{{ index \"abc\" 3 }}", "template:1:4: index: index out of range: 3"),
                Arguments.of("{{ slice \"abc\" 2 1 }}", "template:1:4: slice: invalid slice index: 2 > 1"),
                Arguments.of(
                        "{{ print . }}",
                        "template:1:4: print: the whole data cannot be used as a value; name one of its fields"),
                Arguments.of("{{ printf \"%x\" 1.5 }}", "template:1:4: printf: %x is not supported for float64"),
                Arguments.of(
                        "{{ with .Type }}{{ .PolicyName }}{{ end }}",
                        "template:1:20: can't evaluate field PolicyName in type string"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aFunctionGivesItsValue(String template, String expected) {
        // When
        String actual = TemplateFixtures.render(template);
        // Then
        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureSaysWhereAndWhy(String template, String message) {
        // Given
        UsernameTemplate parsed = UsernameTemplate.parse(template);
        // When
        TemplateException failure = assertThrows(
                TemplateException.class, () -> parsed.render(TemplateFixtures.IAM, TemplateFixtures.sources()));
        // Then
        assertEquals(message, failure.getMessage());
    }

    @Test
    void theTableOfValuesNamesEveryFunction() {
        // Given
        String templates =
                String.join(" ", values().map(row -> (String) row.get()[0]).toList());
        List<String> names = Stream.of(
                        BuiltinFunctions.ALL, ComparisonFunctions.ALL, EscapeFunctions.ALL, VaultFunctions.ALL)
                .flatMap(List::stream)
                .map(GoFunction::name)
                .toList();
        // When
        List<String> missing = names.stream()
                .filter(name -> !templates.matches("(?s).*\\b" + name + "\\b.*"))
                .toList();
        // Then
        assertEquals(List.of(), missing);
    }
}
