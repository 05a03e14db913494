package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.MountPoint;
import java.time.Duration;
import java.util.Map;

/**
 * A mounted engine.
 *
 * @param accessor stable name, {@code <type>_<8 hex>}
 * @param uuid unique per mount
 * @param path with a trailing slash
 * @param type of the engine
 * @param description free text
 * @param tuning limits and other settings
 * @param options of the engine, or {@code null} where none were ever given
 * @param flags set when it was enabled
 * @param tainted whether it is being removed
 */
public record Mount(
        String accessor,
        String uuid,
        String path,
        String type,
        String description,
        MountTuning tuning,
        Map<String, String> options,
        Flags flags,
        boolean tainted) {
    /** Lease limit of a mount that sets none: 768 hours. */
    public static final Duration SYSTEM_LEASE_TTL = Duration.ofHours(768);

    /** Accepted and read back; one process serves all mounts alike. */
    public record Flags(boolean local, boolean sealWrap, boolean externalEntropyAccess) {}

    /** The view that the engine gets. */
    public MountPoint toMountPoint(ConfigurationVersion version) {
        return new MountPoint(
                accessor,
                path,
                type,
                tuning.effectiveDefault(),
                tuning.effectiveMax(),
                options == null ? Map.of() : options,
                version);
    }

    /** Whether it serves the server itself and can be neither moved nor disabled. */
    boolean isBuiltIn() {
        return MountPaths.isBuiltIn(path);
    }
}
