package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** A body above the limit never reaches a resource; its refusal has the usual form all the same. */
@Singleton
class OversizedBody {
    private final WireJson json;

    OversizedBody(WireJson json) {
        this.json = json;
    }

    void answer(@Observes Router router) {
        router.errorHandler(ErrorKind.TOO_LARGE.status(), this::refuse);
    }

    private void refuse(RoutingContext context) {
        context.response()
                .setStatusCode(ErrorKind.TOO_LARGE.status())
                .putHeader("Content-Type", Answer.JSON)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(json.write(new ErrorBody(List.of("error parsing JSON")))));
    }
}
