package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.QueryForm;
import io.leasehold.sandbox.wire.SandboxRequest;
import io.leasehold.sandbox.wire.SandboxResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/** Puts the faults of a sandbox around its answers, without ever keeping a thread waiting. */
final class SandboxEdge {

    private final Vertx vertx;
    private final SandboxAws sandbox;

    SandboxEdge(Vertx vertx, SandboxAws sandbox) {
        this.vertx = vertx;
        this.sandbox = sandbox;
    }

    /** The answer when its time has come; empty when the connection is to break instead. */
    Uni<Optional<SandboxResponse>> answer(SandboxRequest request) {
        String action = action(request);
        Duration delay = sandbox.faults().delayOf(action);
        if (delay.isZero()) {
            return Uni.createFrom().item(() -> respond(request, action));
        }
        return Uni.createFrom()
                .emitter(emitter ->
                        vertx.setTimer(delay.toMillis(), timer -> emitter.complete(respond(request, action))));
    }

    private Optional<SandboxResponse> respond(SandboxRequest request, String action) {
        Fault fault = sandbox.faults().next(action);
        if (fault instanceof Fault.Refuse refuse) {
            return Optional.of(sandbox.refuse(action, refuse.refusal()));
        }
        if (fault instanceof Fault.Drop) {
            return Optional.empty();
        }
        SandboxResponse response = sandbox.handle(request);
        return fault instanceof Fault.LoseAnswer ? Optional.empty() : Optional.of(response);
    }

    private static String action(SandboxRequest request) {
        try {
            return QueryForm.parse(request.body()).find("Action").orElse("");
        } catch (AwsException e) {
            return "";
        }
    }
}
