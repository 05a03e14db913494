package io.leasehold.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.pipeline.Outcome;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Turns an outcome into bytes and a status. */
@Singleton
class ResponseWriter {
    private final WireJson json;

    ResponseWriter(WireJson json) {
        this.json = json;
    }

    Response write(Outcome outcome) {
        LogicalResponse response = outcome.response();
        if (response instanceof LogicalResponse.Accepted) {
            return Answer.of(Response.Status.ACCEPTED);
        }
        if (response instanceof LogicalResponse.Empty && response.warnings().isEmpty()) {
            return Answer.of(Response.Status.NO_CONTENT);
        }
        if (response instanceof LogicalResponse.Raw raw) {
            return Answer.of(Response.Status.OK, json.write(raw.body()));
        }
        return Answer.of(Response.Status.OK, json.write(body(outcome)));
    }

    private Object body(Outcome outcome) {
        Envelope envelope = Envelope.of(outcome);
        return outcome.response() instanceof LogicalResponse.TopLevelData data
                ? repeated(envelope, data.data())
                : envelope;
    }

    /** Members of the data once more beside the frame, which wins where a name is taken. */
    private ObjectNode repeated(Envelope envelope, Object data) {
        ObjectNode body = json.toObject(envelope);
        json.toObject(data).properties().forEach(member -> {
            if (!body.has(member.getKey())) {
                body.set(member.getKey(), member.getValue());
            }
        });
        return body;
    }
}
