package io.leasehold.aws.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateSyntaxTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{{ frobnicate 3 }}", "template:1:4: function \"frobnicate\" not defined"),
                Arguments.of("{{ .Type | frobnicate }}", "template:1:12: function \"frobnicate\" not defined"),
                Arguments.of("{{ if false }}{{ foo }}{{ end }}", "template:1:18: function \"foo\" not defined"),
                Arguments.of(
                        "{{ .RoleName }}",
                        "template:1:4: unknown variable .RoleName: a user name template has .Type, .DisplayName,"
                                + " .PolicyName"),
                Arguments.of(
                        "{{ $.Foo }}",
                        "template:1:5: unknown variable .Foo: a user name template has .Type, .DisplayName,"
                                + " .PolicyName"),
                Arguments.of("{{ $x }}", "template:1:4: undefined variable \"$x\""),
                Arguments.of("{{ $x = 1 }}", "template:1:4: undefined variable \"$x\""),
                Arguments.of("{{ random }}", "template:1:4: wrong number of args for random: want 1 got 0"),
                Arguments.of("{{ 5 | random 1 }}", "template:1:8: wrong number of args for random: want 1 got 2"),
                Arguments.of("{{ printf }}", "template:1:4: wrong number of args for printf: want at least 1 got 0"),
                Arguments.of("a\nbé {{ }}", "template:2:7: missing value for command"),
                Arguments.of("{{ if }}{{ end }}", "template:1:7: missing value for if"),
                Arguments.of("{{ nil }}", "template:1:4: nil is not a command"),
                Arguments.of("{{ \"a\" | \"b\" }}", "template:1:10: non executable command in pipeline stage 2"),
                Arguments.of("{{ \"a\" | (uuid) }}", "template:1:10: non executable command in pipeline stage 2"),
                Arguments.of("{{ .Type 5 }}", "template:1:4: can't give argument to non-function .Type"),
                Arguments.of("{{ .Type.Foo }}", "template:1:9: unexpected .Foo after .Type"),
                Arguments.of("{{ (.Type }}", "template:1:11: unexpected \"}}\" in parenthesized pipeline"),
                Arguments.of("{{ .Type) }}", "template:1:9: unexpected \")\" in command"),
                Arguments.of("{{ print \"a\"\"b\" }}", "template:1:13: unexpected \"\"b\"\" in command"),
                Arguments.of("{{ .Type + 1 }}", "template:1:4: can't give argument to non-function .Type"),
                Arguments.of("{{ print 1 # }}", "template:1:12: unexpected \"#\" in command"),
                Arguments.of("{{ print é§ }}", "template:1:11: bad character § after é"),
                Arguments.of("{{ \u0007 }}", "template:1:4: unrecognized character in action: U+0007"),
                Arguments.of("{{ $x : 1 }}", "template:1:7: expected :="),
                Arguments.of("{{ ($x := 1) }}", "template:1:8: a variable cannot be set inside parentheses"),
                Arguments.of("{{ $x, $y := 1 }}", "template:1:6: too many declarations"),
                Arguments.of("{{ $ := 1 }}", "template:1:4: $ is the data and cannot be set"),
                Arguments.of("x {{ .Type", "template:1:3: unclosed action"),
                Arguments.of("x {{/* a }}", "template:1:3: unclosed comment"),
                Arguments.of("x {{/* a */ .Type }}", "template:1:3: comment ends before closing delimiter"),
                Arguments.of("{{ \"a }}", "template:1:4: unterminated quoted string"),
                Arguments.of("{{ `a }}", "template:1:4: unterminated raw quoted string"),
                Arguments.of("{{ 'a }}", "template:1:4: unterminated character constant"),
                Arguments.of("{{ 'ab' }}", "template:1:4: malformed character constant: 'ab'"),
                Arguments.of("{{ \"\\q\" }}", "template:1:4: invalid escape in a string or character constant"),
                Arguments.of("{{ 3x }}", "template:1:4: bad number syntax: 3"),
                Arguments.of("{{ 089 }}", "template:1:4: illegal number syntax: 089"),
                Arguments.of("{{ 9223372036854775808 }}", "template:1:4: 9223372036854775808 overflows int"),
                Arguments.of("{{ 1e999 }}", "template:1:4: 1e999 overflows float64"),
                Arguments.of("{{ end }}", "template:1:4: unexpected {{end}}"),
                Arguments.of("{{ else }}", "template:1:4: unexpected {{else}}"),
                Arguments.of("a {{ if true }} b", "template:1:6: {{if}} has no {{end}}"),
                Arguments.of("{{ with 1 }}{{ else }}", "template:1:4: {{with}} has no {{end}} after its {{else}}"),
                Arguments.of("{{ if 1 }}{{ end 2 }}", "template:1:18: unexpected \"2\" in end"),
                Arguments.of("{{ if 1 }}{{ else with 1 }}{{ end }}", "template:1:19: unexpected \"with\" in else"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFoundWhenTheTemplateIsParsed(String template, String message) {
        // When
        TemplateException refusal = assertThrows(TemplateException.class, () -> UsernameTemplate.parse(template));
        // Then
        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"range", "template", "define", "block", "break", "continue"})
    void actionsThatNoNameNeedsAreRefusedByName(String action) {
        // When
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> UsernameTemplate.parse("{{ " + action + " .Type }}"));
        // Then
        assertEquals("template:1:4: " + action + " is not supported in a user name template", refusal.getMessage());
    }

    @Test
    void aMistakeTellsItsPlaceAsNumbersToo() {
        // When
        TemplateException refusal =
                assertThrows(TemplateException.class, () -> UsernameTemplate.parse("one\ntwo {{ three }}"));
        // Then
        assertEquals(OptionalInt.of(2), refusal.line());
        assertEquals(OptionalInt.of(8), refusal.column());
    }

    @Test
    void anEmptyTemplateIsMissing() {
        // When
        TemplateException refusal = assertThrows(TemplateException.class, () -> UsernameTemplate.parse(""));
        // Then
        assertEquals("missing template", refusal.getMessage());
    }
}
