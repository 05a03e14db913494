package io.leasehold.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The headers that every answer carries: JSON without a charset, never stored. */
final class Answer {
    static final String JSON = "application/json";

    private Answer() {}

    static Response of(Response.Status status) {
        return of(status.getStatusCode(), null);
    }

    static Response of(Response.Status status, byte[] body) {
        return of(status.getStatusCode(), body);
    }

    static Response of(int status, byte[] body) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }
}
