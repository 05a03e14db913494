package io.leasehold.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * State of the seal. No token, no envelope.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/seal-status">/sys/seal-status</a>
 */
@Path("/v1/sys/seal-status")
public class SealResource {
    private final ServerState state;
    private final WireJson json;

    SealResource(ServerState state, WireJson json) {
        this.state = state;
        this.json = json;
    }

    @GET
    public Uni<Response> sealStatus() {
        return state.now().map(now -> Answer.of(Response.Status.OK, json.write(state.sealStatus(now))));
    }
}
