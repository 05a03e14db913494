package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LeaseholdCommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            Leasehold.commandLine(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)));

    @ParameterizedTest
    @ValueSource(strings = {"-", "--"})
    void flagsMayHaveOneDashOrTwo(String dash) {
        // When
        final Map<String, String> given = given(
                "server",
                dash + "dev",
                dash + "dev-root-token-id=root",
                dash + "dev-listen-address",
                "0.0.0.0:1",
                dash + "dev-no-sandbox");

        // Then
        assertEquals(
                Map.of(
                        "leasehold.dev.root-token-id", "root",
                        "leasehold.dev.listen-address", "0.0.0.0:1",
                        "leasehold.sandbox.enabled", "false"),
                given);
    }

    @Test
    void theFlagsOfAServerAreRead() {
        // When
        final Map<String, String> given =
                given("server", "-listen-address=h:1", "-data-dir=/d", "-database-url=postgresql://h/d");

        // Then
        assertEquals(
                Map.of(
                        "leasehold.listen-address", "h:1",
                        "leasehold.data-dir", "/d",
                        "leasehold.flag.database-url", "postgresql://h/d"),
                given);
    }

    @ParameterizedTest
    @CsvSource({
        "server -devx, Unknown option: '-devx'",
        "server -listen-adress=x, -listen-address",
        "server -dev -data-dir=x, -data-dir has no meaning with -dev",
        "server -dev-root-token-id=x, -dev-root-token-id needs -dev",
        "server -listen-address=8200, is not an address to listen on",
        "serve, server",
        "'', no command given"
    })
    void aWrongCommandLineCostsAFewLinesAndExitCodeOne(String arguments, String message) {
        // When
        final int code = line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        // Then
        assertEquals(1, code);
        assertTrue(err.toString().contains(message), err.toString());
        assertTrue(err.toString().lines().count() <= 3, err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void theValueOfAnUnknownFlagIsNotRepeated() {
        // When
        line.execute("server", "-database-password=s3cret");

        // Then
        assertTrue(err.toString().contains("-database-password"), err.toString());
        assertFalse(err.toString().contains("s3cret"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-help", "--help", "server -help", "-version", "server --version"})
    void helpAndVersionAreAnswersAndNoErrors(String arguments) {
        // When
        final int code = line.execute(arguments.split(" "));

        // Then
        assertEquals(0, code);
        assertTrue(out.toString().toLowerCase(Locale.ROOT).contains("leasehold"), out.toString());
        assertEquals("", err.toString());
    }

    private Map<String, String> given(String... arguments) {
        return ((ServerCommand)
                        line.parseArgs(arguments).subcommand().commandSpec().userObject())
                .given();
    }
}
