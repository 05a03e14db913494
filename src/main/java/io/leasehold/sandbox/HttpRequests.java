package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.SandboxRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;

/** Takes from an HTTP request what a signature can cover. */
final class HttpRequests {

    private HttpRequests() {}

    static SandboxRequest read(HttpServerRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + "," + b));
        return new SandboxRequest(
                request.method().name(),
                request.path(),
                request.query(),
                headers,
                body,
                request.remoteAddress().hostAddress());
    }
}
