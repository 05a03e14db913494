package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.SandboxResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** A sandbox on a loopback port of its own, for tests and tools; plain HTTP. */
public final class SandboxServer {

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;

    private SandboxServer(HttpServer server) {
        this.server = server;
    }

    /** Starts to answer on a port, 0 for any free one. */
    public static Uni<SandboxServer> start(Vertx vertx, SandboxAws sandbox, int port) {
        SandboxEdge edge = new SandboxEdge(vertx, sandbox);
        return Uni.createFrom()
                .completionStage(() -> vertx.createHttpServer()
                        .requestHandler(request -> request.bodyHandler(body -> answer(edge, request, body)))
                        .listen(port, LOOPBACK)
                        .toCompletionStage())
                .map(SandboxServer::new);
    }

    /** Where to point an AWS client's endpoint override to. */
    public URI endpoint() {
        return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
    }

    /** Stops answering and closes all connections. */
    public Uni<Void> stop() {
        return Uni.createFrom().completionStage(() -> server.close().toCompletionStage());
    }

    private static void answer(SandboxEdge edge, HttpServerRequest request, Buffer body) {
        edge.answer(HttpRequests.read(request, body.getBytes()))
                .subscribe()
                .with(
                        response -> response.ifPresentOrElse(
                                found -> write(request, found),
                                () -> request.connection().close()),
                        failure -> request.response().setStatusCode(500).end());
    }

    private static void write(HttpServerRequest request, SandboxResponse response) {
        request.response()
                .setStatusCode(response.status())
                .putHeader("Date", response.date())
                .putHeader("Content-Type", SandboxResponse.CONTENT_TYPE)
                .putHeader("x-amzn-RequestId", response.requestId())
                .end(response.body());
    }
}
