package io.leasehold.logical;

import java.util.Map;
import java.util.Optional;

/**
 * A request as the road sees it, wherever it came from.
 *
 * @param id a UUID, the same in the answer and in the audit log
 * @param operation what to do
 * @param path without {@code v1/} and without a leading slash; a list ends in a slash
 * @param data body or query, as plain Java values; numbers exact
 * @param token as presented, if any
 * @param remoteAddress of the client, numeric
 */
public record LogicalRequest(
        String id,
        Operation operation,
        String path,
        Map<String, Object> data,
        Optional<SecretString> token,
        String remoteAddress) {}
