package io.leasehold.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: it has a version and a help text, and starts nothing. */
@Command(
        name = "leasehold",
        description = "Temporary AWS credentials under lease, spoken through Vault's HTTP API.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = LeaseholdVersion.class,
        exitCodeOnInvalidInput = UsageErrors.EXIT_CODE,
        subcommands = ServerCommand.class)
final class LeaseholdCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-version", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    @Option(
            names = {"-help", "--help", "-h"},
            usageHelp = true,
            description = "Print this text.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; 'leasehold server' starts the server");
    }
}
