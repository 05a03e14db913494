package io.leasehold.sandbox.wire;

/** The answer to one request: HTTP status, the id sent as {@code x-amzn-RequestId}, and the XML body. */
public record SandboxResponse(int status, String requestId, String body) {

    /** The content type of every answer. */
    public static final String CONTENT_TYPE = "text/xml";
}
