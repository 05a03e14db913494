package io.leasehold.http;

import io.leasehold.logical.Ids;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.Operation;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Turns an HTTP request into a request for the road, as lenient and as strict as Vault is. */
@Singleton
class RequestReader {
    private final BodyReader bodies;
    private final Ids ids;

    RequestReader(BodyReader bodies, Ids ids) {
        this.bodies = bodies;
        this.ids = ids;
    }

    /**
     * Reads a request.
     *
     * @throws VaultException 400, 404 or 415 where path, headers or body are not acceptable
     */
    LogicalRequest read(RoutingContext context, HttpVerb verb, byte[] body) {
        VaultHeaders headers = new VaultHeaders(context.request().headers());
        headers.requireServedNamespace();
        headers.requireNoWrapping();
        MultiMap query = context.queryParams();
        Operation operation = operation(verb, query);
        String path = path(context, verb, operation);
        return new LogicalRequest(
                ids.uuid(),
                operation,
                path,
                data(verb, operation, query, body, headers),
                headers.token().map(SecretString::of),
                context.request().remoteAddress().hostAddress());
    }

    private static Operation operation(HttpVerb verb, MultiMap query) {
        if (query.contains("help")) {
            return Operation.HELP;
        }
        return verb == HttpVerb.GET && QueryData.asksForList(query) ? Operation.LIST : verb.operation();
    }

    private static String path(RoutingContext context, HttpVerb verb, Operation operation) {
        String path = LogicalPath.read(context.request().path());
        if (verb.takesBody() && path.endsWith("/") && operation != Operation.HELP) {
            throw VaultException.invalid("cannot write to a path ending in '/'");
        }
        return operation == Operation.LIST && !path.endsWith("/") ? path + "/" : path;
    }

    private Map<String, Object> data(
            HttpVerb verb, Operation operation, MultiMap query, byte[] body, VaultHeaders headers) {
        if (operation == Operation.HELP) {
            return Map.of();
        }
        if (verb == HttpVerb.PATCH) {
            headers.requireMergePatch();
        }
        Optional<String> contentType = headers.contentType();
        return verb.takesBody() ? bodies.read(body, contentType) : QueryData.read(query, operation);
    }
}
