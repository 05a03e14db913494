import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A load generator for one machine: blocking sockets, one per connection, a request prepared once. It is kept this small
 * so that it takes little of the processors that the server under test needs too.
 *
 * <p>{@code java LoadGenerator.java URL TOKEN CONNECTIONS SECONDS RATE [METHOD BODY]}: a body {@code @FILE} gives each
 * connection a line of the file. A rate of 0 sends the next
 * request when the answer is there (saturation); any other rate sends at fixed times, and a latency counts from the
 * time at which the request was meant to leave. Only loopback addresses are accepted.
 */
final class LoadGenerator {
    private static final int ERROR_STATUS = 300;

    private LoadGenerator() {}

    public static void main(String[] args) throws Exception {
        URI url = URI.create(args[0]);
        if (!InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("only loopback is loaded: " + url.getHost());
        }
        Plan plan = new Plan(
                url, requests(url, args), Integer.parseInt(args[2]), Integer.parseInt(args[3]), Double.parseDouble(args[4]));
        print(run(plan), plan);
    }

    private static List<byte[]> requests(URI url, String[] args) throws IOException {
        String method = args.length > 5 ? args[5] : "GET";
        String body = args.length > 6 ? args[6] : "";
        List<String> bodies =
                body.startsWith("@") ? Files.readAllLines(Path.of(body.substring(1))) : List.of(body);
        return bodies.stream().map(line -> request(url, args[1], method, line)).toList();
    }

    private static byte[] request(URI url, String token, String method, String body) {
        String head = method + " " + url.getRawPath() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nX-Vault-Token: "
                + token + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private record Plan(URI url, List<byte[]> requests, int connections, int seconds, double rate) {}

    private static List<Worker> run(Plan plan) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        long start = System.nanoTime() + 50_000_000L;
        for (int i = 0; i < plan.connections; i++) {
            workers.add(new Worker(plan, start, i));
        }
        workers.forEach(Thread::start);
        for (Worker worker : workers) {
            worker.join();
        }
        return workers;
    }

    private static void print(List<Worker> workers, Plan plan) {
        int total = workers.stream().mapToInt(worker -> worker.count).sum();
        long errors = workers.stream().mapToLong(worker -> worker.errors).sum();
        long[] all = new long[total];
        int at = 0;
        for (Worker worker : workers) {
            System.arraycopy(worker.latencies, 0, all, at, worker.count);
            at += worker.count;
        }
        Arrays.sort(all);
        System.out.printf(
                "%8.0f req/s  p50 %7.2f ms  p90 %7.2f ms  p99 %7.2f ms  max %7.2f ms  errors %d%n",
                total / (double) plan.seconds, at(all, 0.5), at(all, 0.9), at(all, 0.99), at(all, 1), errors);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static final class Worker extends Thread {
        private final Plan plan;
        private final byte[] request;
        private final long start;
        private final int index;
        private long[] latencies = new long[1 << 16];
        private int count;
        private long errors;

        Worker(Plan plan, long start, int index) {
            this.plan = plan;
            this.request = plan.requests.get(index % plan.requests.size());
            this.start = start;
            this.index = index;
        }

        @Override
        public void run() {
            try (Socket socket = new Socket(plan.url.getHost(), plan.url.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(30_000);
                load(socket);
            } catch (IOException e) {
                errors++;
            }
        }

        private void load(Socket socket) throws IOException {
            long end = start + plan.seconds * 1_000_000_000L;
            byte[] buffer = new byte[1 << 16];
            for (long sent = 0; ; sent++) {
                long due = due(sent);
                if (due >= end || System.nanoTime() >= end) {
                    return;
                }
                waitUntil(due);
                socket.getOutputStream().write(request);
                errors += readAnswer(socket.getInputStream(), buffer) < ERROR_STATUS ? 0 : 1;
                record(System.nanoTime() - due);
            }
        }

        private long due(long sent) {
            return plan.rate == 0
                    ? Math.max(start, System.nanoTime())
                    : start + (long) ((sent * plan.connections + index) * 1e9 / plan.rate);
        }

        private static void waitUntil(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        private void record(long latency) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            latencies[count++] = latency;
        }

        private static int readAnswer(InputStream in, byte[] buffer) throws IOException {
            int filled = 0;
            int head = -1;
            while (head < 0) {
                filled += read(in, buffer, filled);
                head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            }
            String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
            int end = head + 4 + length(text);
            while (filled < end) {
                filled += read(in, buffer, filled);
            }
            return Integer.parseInt(text.substring(9, 12));
        }

        private static int read(InputStream in, byte[] buffer, int filled) throws IOException {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new IOException("the server closed the connection");
            }
            return read;
        }

        private static int length(String head) {
            int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
            if (at < 0) {
                return 0;
            }
            int end = head.indexOf('\r', at);
            return Integer.parseInt(head.substring(at + 15, end < 0 ? head.length() : end).trim());
        }
    }
}
