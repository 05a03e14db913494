package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.XmlWriter;

/** The XML around every answer. */
final class Frames {

    private static final int FIRST_SERVER_ERROR = 500;

    private Frames() {}

    static String result(AwsApi api, String action, String requestId, XmlWriter result) {
        XmlWriter out = new XmlWriter();
        out.root(action + "Response", api.namespace(), () -> {
            if (!result.isEmpty()) {
                out.element(action + "Result", () -> out.raw(result));
            }
            out.element("ResponseMetadata", () -> out.text("RequestId", requestId));
        });
        return out.toString();
    }

    static String error(AwsApi api, String requestId, AwsException refusal) {
        XmlWriter out = new XmlWriter();
        out.root("ErrorResponse", api.namespace(), () -> {
            out.element(
                    "Error",
                    () -> out.text("Type", refusal.status() < FIRST_SERVER_ERROR ? "Sender" : "Receiver")
                            .text("Code", refusal.code())
                            .text("Message", refusal.getMessage()));
            out.text("RequestId", requestId);
        });
        return out.toString();
    }
}
