package io.leasehold.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Dev mode, as the command line set it.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/dev-server">Dev server mode</a>
 */
@ConfigMapping(prefix = "leasehold.dev")
public interface DevConfig {
    /** Whether this is dev mode; set by {@code server -dev} alone, and set to false by {@code server} without it. */
    @WithDefault("false")
    boolean enabled();

    /** The root token that was asked for; a random one if none was. Letters, digits and {@code . _ ~ + / = -}. */
    Optional<String> rootTokenId();

    /** Where dev mode listens, as it was written; it has become {@code quarkus.http.host} and {@code .port}. */
    Optional<String> listenAddress();
}
