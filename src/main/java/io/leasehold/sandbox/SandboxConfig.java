package io.leasehold.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The configuration of the sandbox; see docs/sandbox.md. */
@ConfigMapping(prefix = "leasehold.sandbox")
public interface SandboxConfig {

    /** Whether {@code POST /} answers as AWS does; it is 404 otherwise. */
    @WithDefault("false")
    boolean enabled();

    /** The twelve digits of the seeded account. */
    @WithDefault("111122223333")
    String accountId();

    /** The access key id of the seeded user VaultRunner; random when absent. Only with {@link #secretAccessKey()}. */
    Optional<String> accessKeyId();

    /** The secret access key of the seeded user VaultRunner; random when absent. Only with {@link #accessKeyId()}. */
    Optional<String> secretAccessKey();
}
