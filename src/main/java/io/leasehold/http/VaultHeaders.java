package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.VaultException;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The request headers that mean something here. Cookies are never looked at: a token travels in a header or not at all.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#authentication">Vault authentication</a>
 */
final class VaultHeaders {
    static final String NAMESPACE = "X-Vault-Namespace";
    private static final String TOKEN = "X-Vault-Token";
    private static final String WRAP_TTL = "X-Vault-Wrap-TTL";
    private static final String BEARER = "Bearer ";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Set<String> ROOT_NAMESPACES = Set.of("", "/", "root", "root/");
    private final MultiMap headers;

    VaultHeaders(MultiMap headers) {
        this.headers = headers;
    }

    /** The token, even a wrong one; {@code X-Vault-Token} wins. */
    Optional<String> token() {
        String own = headers.get(TOKEN);
        if (own != null && !own.isEmpty()) {
            return Optional.of(own);
        }
        return headers.getAll("Authorization").stream()
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).trim())
                .findFirst();
    }

    Optional<String> contentType() {
        return Optional.ofNullable(headers.get("Content-Type"));
    }

    /**
     * Only the root namespace is served.
     *
     * @throws VaultException 404 for any other
     */
    void requireServedNamespace() {
        String namespace = headers.get(NAMESPACE);
        if (namespace != null && !ROOT_NAMESPACES.contains(namespace)) {
            throw new VaultException(ErrorKind.NO_ROUTE, "namespace not found");
        }
    }

    /**
     * Answers are not wrapped yet. A caller that asks for it must not get the secret in clear instead.
     *
     * @throws VaultException 400 unless the time is absent or zero
     */
    void requireNoWrapping() {
        String wish = headers.get(WRAP_TTL);
        if (wish != null && !wrapTtl(wish).isZero()) {
            throw VaultException.invalid("response wrapping is not offered by this version of Leasehold");
        }
    }

    private static Duration wrapTtl(String wish) {
        try {
            Duration ttl = GoDuration.parse(wish);
            if (ttl.isNegative()) {
                throw new IllegalArgumentException("requested wrap ttl cannot be negative");
            }
            return ttl;
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("error parsing X-Vault-Wrap-TTL header: " + e.getMessage());
        }
    }

    /**
     * A patch must say what it is.
     *
     * @throws VaultException 400 without a content type, 415 with another one
     */
    void requireMergePatch() {
        String type = contentType().orElseThrow(() -> VaultException.invalid("mime: no media type"));
        if (!type.split(";")[0].trim().equalsIgnoreCase(MERGE_PATCH)) {
            throw new VaultException(
                    ErrorKind.UNSUPPORTED_MEDIA_TYPE,
                    "PATCH requires Content-Type of " + MERGE_PATCH + ", provided " + type);
        }
    }
}
