package io.leasehold.http;

import io.leasehold.barrier.SealState;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Whether the server can work, as a status. No token, no envelope.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/health">/sys/health</a>
 */
@Path("/v1/sys/health")
public class HealthResource {
    private static final int ACTIVE = 200;
    private static final int UNINITIALISED = 501;
    private static final int SEALED = 503;
    private final ServerState state;
    private final WireJson json;
    private final RoutingContext context;

    HealthResource(ServerState state, WireJson json, RoutingContext context) {
        this.state = state;
        this.json = json;
        this.context = context;
    }

    @GET
    public Uni<Response> get() {
        return answer();
    }

    @HEAD
    public Uni<Response> head() {
        return answer();
    }

    private Uni<Response> answer() {
        int active = code("activecode", ACTIVE);
        int sealed = code("sealedcode", SEALED);
        int uninitialised = code("uninitcode", UNINITIALISED);
        return state.now().map(now -> {
            int status = switch (now) {
                case UNSEALED -> active;
                case SEALED -> sealed;
                case UNINITIALISED -> uninitialised;
            };
            return body(status, now);
        });
    }

    private Response body(int status, SealState now) {
        return Answer.of(status, json.write(state.health(now)));
    }

    private int code(String parameter, int otherwise) {
        String wish = context.request().getParam(parameter);
        if (wish == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(wish);
        } catch (NumberFormatException e) {
            throw new VaultException(ErrorKind.INVALID_REQUEST, List.of());
        }
    }
}
