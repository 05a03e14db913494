package io.leasehold.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Who leads. All nodes are equal: none does, as in a Vault without high availability. No token, no envelope.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/leader">/sys/leader</a>
 */
@Path("/v1/sys/leader")
public class LeaderResource {
    private final WireJson json;

    LeaderResource(WireJson json) {
        this.json = json;
    }

    @GET
    public Response leader() {
        return Answer.of(Response.Status.OK, json.write(new Leader(false, false, "", "", false, 0)));
    }

    private record Leader(
            boolean haEnabled,
            boolean isSelf,
            String leaderAddress,
            String leaderClusterAddress,
            boolean performanceStandby,
            long performanceStandbyLastRemoteWal) {}
}
