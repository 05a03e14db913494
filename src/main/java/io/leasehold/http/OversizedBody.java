package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body above the limit never reaches a resource; its refusal has the usual form all the same. */
@Singleton
class OversizedBody {
    private static final int BEFORE_THE_SERVERS_OWN_CHECK = 1_000;
    private final WireJson json;
    private final long limit;

    OversizedBody(WireJson json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.json = json;
        this.limit = limit.asLongValue();
    }

    /** A body that says beforehand how long it is. */
    void check(@Observes Filters filters) {
        filters.register(this::refuseAnnounced, BEFORE_THE_SERVERS_OWN_CHECK);
    }

    /** A body that turns out to be too long on the way. */
    void answer(@Observes Router router) {
        router.errorHandler(ErrorKind.TOO_LARGE.status(), this::refuse);
    }

    private void refuseAnnounced(RoutingContext context) {
        if (announced(context.request().getHeader("Content-Length")) > limit) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static long announced(String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What the client still sends is thrown away as it comes; to hang up on it would lose it the answer. */
    private void refuse(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.request().handler(ignored -> {}).resume();
        }
        context.response()
                .setStatusCode(ErrorKind.TOO_LARGE.status())
                .putHeader("Content-Type", Answer.JSON)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(json.write(new ErrorBody(List.of("error parsing JSON")))));
    }
}
