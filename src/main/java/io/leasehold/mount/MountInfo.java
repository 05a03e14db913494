package io.leasehold.mount;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mount as listings show it.
 *
 * @param accessor stable name
 * @param config limits as configured in seconds (zero inherits) and other settings that were set
 * @param deprecationStatus always {@code supported}
 * @param description free text
 * @param externalEntropyAccess as given
 * @param local as given
 * @param options as given; {@code null} where they were {@code null}
 * @param pluginVersion empty: engines are built in
 * @param runningPluginVersion version of the built-in engine
 * @param runningSha256 empty: engines are built in
 * @param sealWrap as given
 * @param type of the engine
 * @param uuid unique per mount
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/mounts">/sys/mounts</a>
 */
public record MountInfo(
        String accessor,
        Map<String, Object> config,
        String deprecationStatus,
        String description,
        boolean externalEntropyAccess,
        boolean local,
        Map<String, String> options,
        String pluginVersion,
        String runningPluginVersion,
        String runningSha256,
        boolean sealWrap,
        String type,
        String uuid) {
    /** The version under which built-in engines show up. */
    public static final String RUNNING_VERSION = "v0.1.0+builtin.leasehold";

    /** Shows a mount. */
    public static MountInfo of(Mount mount) {
        Mount.Flags flags = mount.flags();
        return new MountInfo(
                mount.accessor(),
                config(mount.tuning()),
                "supported",
                mount.description(),
                flags.externalEntropyAccess(),
                flags.local(),
                mount.options(),
                "",
                RUNNING_VERSION,
                "",
                flags.sealWrap(),
                mount.type(),
                mount.uuid());
    }

    private static Map<String, Object> config(MountTuning tuning) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("default_lease_ttl", tuning.defaultLeaseTtl().toSeconds());
        config.put("force_no_cache", tuning.forceNoCache());
        config.put("max_lease_ttl", tuning.maxLeaseTtl().toSeconds());
        config.putAll(tuning.extras());
        return config;
    }
}
