package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.SandboxResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The seeded sandbox on the server's own port, for dev mode: 404 unless {@code leasehold.sandbox.enabled}. It answers at the
 * root, because the SDKs send the calls of the Query protocol there whatever path their endpoint has.
 */
@Path("/")
public class SandboxResource {

    private final SandboxConfig config;
    private final Vertx vertx;
    private final Provider<SeededSandbox> seeded;

    @Inject
    SandboxResource(SandboxConfig config, Vertx vertx, Provider<SeededSandbox> seeded) {
        this.config = config;
        this.vertx = vertx;
        this.seeded = seeded;
    }

    /** Answers one STS or IAM request of the Query protocol. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> post(@Context HttpServerRequest request, byte[] body) {
        if (!config.enabled()) {
            return Uni.createFrom().item(Response.status(Response.Status.NOT_FOUND)::build);
        }
        return new SandboxEdge(vertx, seeded.get().aws())
                .answer(HttpRequests.read(request, body))
                .map(answer -> write(request, answer));
    }

    /** A lost answer breaks the connection; the response that is returned then has nobody to go to. */
    private static Response write(HttpServerRequest request, Optional<SandboxResponse> answer) {
        if (answer.isEmpty()) {
            request.connection().close();
            return Response.noContent().build();
        }
        SandboxResponse response = answer.get();
        return Response.status(response.status())
                .type(SandboxResponse.CONTENT_TYPE)
                .header("Date", response.date())
                .header("x-amzn-RequestId", response.requestId())
                .entity(response.body())
                .build();
    }
}
