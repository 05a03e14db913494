package io.leasehold.server;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the command line, and where help is. The exit code is 1. */
final class UsageErrors implements IParameterExceptionHandler {
    static final int EXIT_CODE = 1;

    /** A value after an unknown flag may be a secret that was put in the wrong place: it is not repeated. */
    private static final Pattern VALUE_OF_FLAG = Pattern.compile("(-[\\w-]+=)[^',]*");

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        final CommandLine command = problem.getCommandLine();
        final PrintWriter err = command.getErr();
        err.println("leasehold: " + VALUE_OF_FLAG.matcher(problem.getMessage()).replaceAll("$1…"));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " -help'.");
        return EXIT_CODE;
    }
}
