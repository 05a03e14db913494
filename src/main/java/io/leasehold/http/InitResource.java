package io.leasehold.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.logical.FieldType;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.leasehold.pipeline.Initialisation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Makes a new server ready. The seal opens itself with the key file, so no key shares are given out.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/init">/sys/init</a>
 */
@Path("/v1/sys/init")
@Consumes(MediaType.WILDCARD)
public class InitResource {
    private final Initialisation initialisation;
    private final BodyReader bodies;
    private final WireJson json;

    InitResource(Initialisation initialisation, BodyReader bodies, WireJson json) {
        this.initialisation = initialisation;
        this.bodies = bodies;
        this.json = json;
    }

    @GET
    public Uni<Response> get() {
        return initialisation
                .isDone()
                .map(done -> Answer.of(Response.Status.OK, json.write(Map.of("initialized", done))));
    }

    @POST
    @Cancellable(false)
    public Uni<Response> post(byte[] body) {
        return initialise(body);
    }

    @PUT
    @Cancellable(false)
    public Uni<Response> put(byte[] body) {
        return initialise(body);
    }

    private Uni<Response> initialise(byte[] body) {
        requireNoShares(bodies.read(body, Optional.empty()));
        return initialisation
                .initialise(Optional.empty())
                .map(root -> Answer.of(Response.Status.OK, json.write(new Initialised(List.of(), List.of(), root))));
    }

    private static void requireNoShares(Map<String, Object> body) {
        if (number(body, "secret_shares") > 0 || number(body, "secret_threshold") > 0) {
            throw VaultException.invalid(
                    "parameters secret_shares,secret_threshold not applicable to seal type keyfile");
        }
    }

    private static int number(Map<String, Object> body, String name) {
        try {
            return FieldType.INTEGER.convert(body.get(name)).orElse(0);
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("failed to parse JSON input: " + name + ": " + e.getMessage());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Initialised(List<String> keys, List<String> keysBase64, SecretString rootToken) {}
}
