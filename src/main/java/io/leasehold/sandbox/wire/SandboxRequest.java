package io.leasehold.sandbox.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One HTTP request as it came over the wire: method, path and query still encoded, headers, and the body's exact bytes,
 * because all of it is under the signature; and the address that it came from.
 */
public record SandboxRequest(
        String method, String path, String query, Map<String, String> headers, byte[] body, String remoteAddress) {

    /** Header names are kept in lower case; a query that is absent is the empty string. */
    public SandboxRequest {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (a, b) -> a + "," + b));
        query = query == null ? "" : query;
    }

    /** The value of a header, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
