package io.leasehold.http;

import io.leasehold.barrier.SealState;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

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

    HealthResource(ServerState state, WireJson json) {
        this.state = state;
        this.json = json;
    }

    @GET
    public Uni<Response> get(
            @RestQuery("activecode") String active,
            @RestQuery("sealedcode") String sealed,
            @RestQuery("uninitcode") String uninitialised) {
        return answer(active, sealed, uninitialised);
    }

    @HEAD
    public Uni<Response> head(
            @RestQuery("activecode") String active,
            @RestQuery("sealedcode") String sealed,
            @RestQuery("uninitcode") String uninitialised) {
        return answer(active, sealed, uninitialised);
    }

    private Uni<Response> answer(String active, String sealed, String uninitialised) {
        return state.now().map(now -> {
            int status = switch (now) {
                case UNSEALED -> code(active, ACTIVE);
                case SEALED -> code(sealed, SEALED);
                case UNINITIALISED -> code(uninitialised, UNINITIALISED);
            };
            return body(status, now);
        });
    }

    private Response body(int status, SealState now) {
        return Answer.of(status, json.write(state.health(now)));
    }

    private static int code(String wish, int otherwise) {
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
