package io.leasehold.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged server as a process of its own, in a folder of its own, on a free port. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private final Path folder;
    private final int port;
    private final Process process;
    private final long startedNanos = System.nanoTime();

    private ServerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts {@code server} with these flags, and a temporary folder under the given one. */
    static ServerProcess start(Path folder, int port, Map<String, String> environment, String... flags)
            throws IOException {
        final Path temporary = Files.createDirectories(folder.resolve("tmp"));
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary.toRealPath(),
                "-jar",
                System.getProperty("leasehold.it.jar"),
                "server"));
        command.addAll(List.of(flags));
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectError(Redirect.appendTo(folder.resolve("err").toFile()));
        builder.environment().putAll(environment);
        return new ServerProcess(folder, port, builder.start());
    }

    /** A server with kept data in {@code data} under the folder. */
    static ServerProcess start(Path folder) throws IOException {
        final int port = freePort();
        return start(folder, port, Map.of(), "-listen-address=127.0.0.1:" + port);
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Waits for the first answer of any status, and says how long the start took. */
    Duration awaitAnswer() throws IOException, InterruptedException {
        final HttpClient client = HttpClient.newHttpClient();
        final HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/sys/health"))
                .build();
        while (process.isAlive() && running().compareTo(PATIENCE) < 0) {
            try {
                client.send(request, HttpResponse.BodyHandlers.discarding());
                return running();
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new AssertionError("no answer; it said: " + out() + err());
    }

    /** Waits for the end and gives the exit code. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    /** SIGTERM, and the end. */
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** SIGKILL, and the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    long id() {
        return process.pid();
    }

    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private Duration running() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            awaitExit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
