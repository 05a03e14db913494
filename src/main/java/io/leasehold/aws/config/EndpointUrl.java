package io.leasehold.aws.config;

import io.leasehold.logical.GoText;
import io.leasehold.logical.VaultException;
import java.net.URI;
import java.util.Set;

/** The URL of an AWS endpoint as operators write it: with a scheme, or a bare host that means HTTPS. */
public final class EndpointUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private EndpointUrl() {}

    /**
     * Reads an endpoint.
     *
     * @throws VaultException 400 when it is not an HTTP URL with a host
     */
    public static URI parse(String text) {
        try {
            URI url = new URI(text.contains("://") ? text : "https://" + text);
            if (SCHEMES.contains(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (java.net.URISyntaxException e) {
            // falls through: the refusal below says all that a caller can use
        }
        throw VaultException.invalid("invalid endpoint " + GoText.quote(text) + ": expected an http or https URL");
    }
}
