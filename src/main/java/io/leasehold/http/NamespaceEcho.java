package io.leasehold.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends a namespace header back, as clients that set one expect. */
class NamespaceEcho {
    @ServerResponseFilter
    void echo(ContainerRequestContext request, ContainerResponseContext response) {
        String namespace = request.getHeaderString(VaultHeaders.NAMESPACE);
        if (namespace != null && !namespace.isEmpty()) {
            response.getHeaders().putSingle(VaultHeaders.NAMESPACE, namespace);
        }
    }
}
