package io.leasehold.server;

import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/**
 * The program. {@code server} starts it, {@code server -dev} starts it with everything thrown away at the end.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/commands/server">vault server</a>
 */
@QuarkusMain
public final class Leasehold {
    private Leasehold() {}

    /** Runs one command and ends the process: 0 when it did what was asked, 1 when it was refused or failed. */
    public static void main(String[] args) {
        System.exit(commandLine(new Terminal()).execute(args));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new LeaseholdCommand())
                .setPosixClusteredShortOptionsAllowed(false)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(new UsageErrors())
                .setUsageHelpWidth(100);
    }
}
