package io.leasehold.logical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PathPatternTest {
    static Stream<Arguments> matches() {
        return Stream.of(
                arguments("config/root", "config/root", Map.of()),
                arguments("roles/?", "roles", Map.of()),
                arguments("roles/?", "roles/", Map.of()),
                arguments("roles/{name}", "roles/deploy", Map.of("name", "deploy")),
                arguments("roles/{name}", "roles/a.b-c@d_e", Map.of("name", "a.b-c@d_e")),
                arguments("roles/{name}", "roles/a", Map.of("name", "a")),
                arguments("mounts/{path...}", "mounts/team/prod/", Map.of("path", "team/prod/")),
                arguments("mounts/{path...}/tune", "mounts/a/b/tune", Map.of("path", "a/b")),
                arguments("revoke/{id...}", "revoke/aws/creds/x/1", Map.of("id", "aws/creds/x/1")),
                arguments("a.b/{name}", "a.b/x", Map.of("name", "x")));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("matches")
    void aPathOfTheShapeIsTakenApart(String pattern, String path, Map<String, String> captures) {
        // When
        Optional<Map<String, String>> match = PathPattern.of(pattern).match(path);

        // Then
        assertEquals(Optional.of(captures), match);
    }

    static Stream<Arguments> misses() {
        return Stream.of(
                arguments("config/root", "config/root/"),
                arguments("config/root", "config/roots"),
                arguments("config/root", "x/config/root"),
                arguments("roles/{name}", "roles/"),
                arguments("roles/{name}", "roles/a/b"),
                arguments("roles/{name}", "roles/-a"),
                arguments("roles/{name}", "roles/a-"),
                arguments("roles/{name}", "roles/a b"),
                arguments("mounts/{path...}", "mounts/"),
                arguments("a.b/{name}", "aXb/x"));
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @MethodSource("misses")
    void aPathOfAnotherShapeIsLeftAlone(String pattern, String path) {
        // When
        Optional<Map<String, String>> match = PathPattern.of(pattern).match(path);

        // Then
        assertEquals(Optional.empty(), match);
    }
}
