package io.leasehold.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the API says of itself. */
@ConfigMapping(prefix = "leasehold.http")
public interface HttpConfig {
    /** The Vault version whose behaviour clients may expect: a plain semantic version without suffix. */
    @WithDefault("1.19.5")
    String vaultVersion();
}
