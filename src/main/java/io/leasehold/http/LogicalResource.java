package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import io.leasehold.pipeline.RequestPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Every logical path. Turns HTTP into a request for the road and the outcome into bytes; never cancelled by a client
 * that goes away, so that what was begun is finished and on record.
 */
@Path("/v1{path:(/.*)?}")
@Consumes(MediaType.WILDCARD)
@Cancellable(false)
public class LogicalResource {
    private final RequestReader reader;
    private final RequestPipeline pipeline;
    private final ResponseWriter writer;
    private final RoutingContext context;

    LogicalResource(RequestReader reader, RequestPipeline pipeline, ResponseWriter writer, RoutingContext context) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.writer = writer;
        this.context = context;
    }

    @GET
    public Uni<Response> read() {
        return serve(HttpVerb.GET, new byte[0]);
    }

    @LIST
    public Uni<Response> list() {
        return serve(HttpVerb.LIST, new byte[0]);
    }

    @HELP
    public Uni<Response> help() {
        return serve(HttpVerb.HELP, new byte[0]);
    }

    @POST
    public Uni<Response> post(byte[] body) {
        return serve(HttpVerb.POST, body);
    }

    @PUT
    public Uni<Response> put(byte[] body) {
        return serve(HttpVerb.PUT, body);
    }

    @PATCH
    public Uni<Response> patch(byte[] body) {
        return serve(HttpVerb.PATCH, body);
    }

    @DELETE
    public Uni<Response> delete() {
        return serve(HttpVerb.DELETE, new byte[0]);
    }

    /** Only health answers to it. Without this method a read would be run, and might issue something. */
    @HEAD
    public Uni<Response> head() {
        return Uni.createFrom().failure(VaultException.unsupportedOperation());
    }

    /** Off as long as no origin is configured: an operation that no path has. */
    @OPTIONS
    public Uni<Response> options() {
        boolean anonymous =
                new VaultHeaders(context.request().headers()).token().isEmpty();
        return Uni.createFrom()
                .failure(
                        anonymous
                                ? new VaultException(ErrorKind.PERMISSION_DENIED, "permission denied")
                                : VaultException.unsupportedOperation());
    }

    private Uni<Response> serve(HttpVerb verb, byte[] body) {
        return Uni.createFrom()
                .deferred(() -> pipeline.handle(reader.read(context, verb, body)))
                .map(writer::write);
    }
}
