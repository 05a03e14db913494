package io.leasehold.sandbox.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The answer to one request: HTTP status, the id sent as {@code x-amzn-RequestId}, when it was given, and the XML body.
 */
public record SandboxResponse(int status, String requestId, Instant given, String body) {

    /** The content type of every answer. */
    public static final String CONTENT_TYPE = "text/xml";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The header {@code Date}, by which the SDKs find out that their clock is wrong and sign again. */
    public String date() {
        return HTTP_DATE.format(given);
    }
}
