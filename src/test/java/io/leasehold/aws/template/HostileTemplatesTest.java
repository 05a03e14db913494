package io.leasehold.aws.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may write a configuration must not be able to stop the server with it. */
final class HostileTemplatesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SOURCE_LIMIT = 4096;

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("parentheses", "{{ " + "(".repeat(4000) + " }}", "nested deeper than 64 levels"),
                Arguments.of("blocks", "{{if 1}}".repeat(500), "nested deeper than 64 levels"),
                Arguments.of("source", "x".repeat(SOURCE_LIMIT + 1), "the template is longer than 4096 bytes"),
                Arguments.of("source in bytes", "é".repeat(SOURCE_LIMIT / 2 + 1), "the template is longer than 4096"),
                Arguments.of(
                        "width", "{{ printf \"%999999999d\" 1 }}", "a width or precision in a format is over 16384"),
                Arguments.of("star", "{{ printf \"%*d\" 999999999999 1 }}", "a width or precision in a format is over"),
                Arguments.of("precision", "{{ printf \"%.99999999f\" 1.5 }}", "a width or precision in a format is"),
                Arguments.of("widths", "{{ printf \"" + "%9999[1]d".repeat(300) + "\" 1 }}", "the text is longer than"),
                Arguments.of("repeats", doubling("{{ $x = print $x $x }}", 40), "the text is longer than 16384 bytes"),
                Arguments.of("replacing", doubling("{{ $x = replace \"\" $x $x }}", 9), "the text is longer than"),
                Arguments.of("encoding", doubling("{{ $x = base64 $x }}", 90), "the text is longer than 16384 bytes"),
                Arguments.of("output", "{{ random 1024 }}".repeat(200), "the text is longer than 16384 bytes"),
                Arguments.of("random", "{{ random 9223372036854775807 }}", "length must be 0 to 1024"),
                Arguments.of("truncate", "{{ slice .Type 9223372036854775807 }}", "index out of range"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aBombIsRefusedQuickly(String name, String template, String message) {
        // When
        TemplateException refusal = assertTimeoutPreemptively(
                LIMIT, () -> assertThrows(TemplateException.class, () -> TemplateFixtures.render(template)));
        // Then
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{else if 0}}",
                "{{.Type|lowercase}}",
                "}}",
                "{ ",
                "{{/**/}}",
                "{{- 1 -}}",
                "{{$x := 1}}",
                " ",
                "\n"
            })
    void longChainsDoNotExhaustTheStack(String link) {
        // Given
        String chain = link.repeat((SOURCE_LIMIT - 20) / link.length());
        String template = link.startsWith("{{else") ? "{{if 0}}" + chain + "{{end}}" : chain;
        // When
        int length = assertTimeoutPreemptively(
                LIMIT, () -> TemplateFixtures.render(template).length());
        // Then
        assertTrue(length <= SOURCE_LIMIT);
    }

    @Test
    void sixtyFourLevelsAreEnoughAndAllowed() {
        // Given
        String template =
                "{{if 1}}".repeat(32) + "{{" + "(".repeat(32) + ".Type" + ")".repeat(32) + "}}" + "{{end}}".repeat(32);
        // When
        String rendered = TemplateFixtures.render(template);
        // Then
        assertEquals("IAM", rendered);
    }

    @Test
    void aLongPipelineIsNoNesting() {
        // Given
        String template = "{{ .Type " + "| lowercase ".repeat(330) + "}}";
        // When
        String rendered = TemplateFixtures.render(template);
        // Then
        assertEquals("iam", rendered);
    }

    @Test
    void randomRubbishIsEitherRenderedOrRefusedWithAReason() {
        // Given
        Random random = new Random(20260101);
        String alphabet = "{{{}}}()|$.:=-+ \n\"'`\\%/*,#0123456789eExabcdfinprstTypeé😀";
        // When
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < 5_000; i++) {
                attempt(rubbish(random, alphabet));
            }
        });
    }

    @Test
    void aDefaultTemplateWithDamageIsEitherRenderedOrRefusedWithAReason() {
        // Given
        Random random = new Random(20260102);
        String whole = UsernameTemplate.DEFAULT;
        // When
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < 5_000; i++) {
                int from = random.nextInt(whole.length());
                int to = Math.min(whole.length(), from + random.nextInt(4));
                int again = random.nextInt(whole.length());
                attempt(whole.substring(0, from)
                        + whole.substring(again, Math.min(whole.length(), again + 2))
                        + whole.substring(to));
            }
        });
    }

    private static String doubling(String step, int times) {
        return "{{ $x := \"abcdefgh\" }}" + step.repeat(times);
    }

    private static String rubbish(Random random, String alphabet) {
        int[] codePoints = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder("{{ ");
        random.ints(1 + random.nextInt(40), 0, codePoints.length).forEach(i -> text.appendCodePoint(codePoints[i]));
        return text.append(random.nextBoolean() ? " }}" : "").toString();
    }

    /** Any exception but the one expected fails the test. */
    private static void attempt(String template) {
        try {
            TemplateFixtures.render(template);
        } catch (TemplateException refusal) {
            assertTrue(refusal.getMessage().length() > "template:1:1: ".length(), template);
        }
    }
}
