package io.leasehold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server process of a data directory, found by the file that PostgreSQL keeps there. It outlives a killed parent,
 * and the next start would wait for it in vain.
 *
 * @see <a href="https://www.postgresql.org/docs/18/server-shutdown.html">Shutting down the server</a>
 */
final class PostmasterProcess {
    private static final int ORDERLY_SECONDS = 30;
    private static final int FORCED_SECONDS = 10;

    private PostmasterProcess() {}

    /** The living process that serves this data directory; never one that merely has got its number. */
    static Optional<ProcessHandle> find(Path cluster) {
        return processId(cluster.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process.info(), cluster));
    }

    /** Asks it to stop, and kills it if it does not within half a minute; blocks until it is gone. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!awaitEnd(process, ORDERLY_SECONDS)) {
            process.destroyForcibly();
            awaitEnd(process, FORCED_SECONDS);
        }
    }

    /** Waits for the end of a process that was told to stop; false if it still runs after that many seconds. */
    static boolean awaitEnd(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Long> processId(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .findFirst()
                            .map(String::strip)
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle.Info info, Path cluster) {
        final boolean postgres = info.command()
                .map(Path::of)
                .map(path -> path.getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        // Where the system shows no arguments (Windows), the name of the program has to do.
        return postgres
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                        .orElse(true);
    }
}
