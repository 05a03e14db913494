package io.leasehold.barrier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the root key comes from. */
@ConfigMapping(prefix = "leasehold.barrier")
public interface BarrierConfig {
    /**
     * File that holds the root key, 32 bytes in base64, readable by its owner only. Written when the server is
     * initialised, needed at every start; without it nothing that was sealed can be opened again.
     */
    @WithDefault("data/seal.key")
    Path keyFile();

    /** Whether the root key is random and gone with the process; for dev mode and tests, whose database goes too. */
    @WithDefault("false")
    boolean ephemeralKey();
}
