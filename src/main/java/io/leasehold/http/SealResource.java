package io.leasehold.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * State of the seal, and who leads. No token, no envelope.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/seal-status">/sys/seal-status</a>
 */
@Path("/v1/sys")
public class SealResource {
    private final ServerState state;
    private final WireJson json;

    SealResource(ServerState state, WireJson json) {
        this.state = state;
        this.json = json;
    }

    @GET
    @Path("seal-status")
    public Uni<Response> sealStatus() {
        return state.now().map(now -> Answer.of(Response.Status.OK, json.write(state.sealStatus(now))));
    }

    @GET
    @Path("leader")
    public Response leader() {
        return Answer.of(Response.Status.OK, json.write(new Leader(false, false, "", "", false, 0)));
    }

    /** All nodes are equal: none leads, as in a Vault without high availability. */
    private record Leader(
            boolean haEnabled,
            boolean isSelf,
            String leaderAddress,
            String leaderClusterAddress,
            boolean performanceStandby,
            long performanceStandbyLastRemoteWal) {}
}
