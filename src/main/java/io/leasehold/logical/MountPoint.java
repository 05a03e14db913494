package io.leasehold.logical;

import java.time.Duration;
import java.util.Map;

/**
 * Where the engine that serves a request is mounted, with the limits that hold there.
 *
 * @param accessor the stable name of the mount; first part of every stored key
 * @param path with a trailing slash, such as {@code team/prod/aws/}
 * @param type of the engine
 * @param defaultLeaseTtl effective, never zero
 * @param maxLeaseTtl effective, never zero
 * @param options of the mount
 * @param version of the configuration that this view was read at or after
 */
public record MountPoint(
        String accessor,
        String path,
        String type,
        Duration defaultLeaseTtl,
        Duration maxLeaseTtl,
        Map<String, String> options,
        ConfigurationVersion version) {
    /** The value of a mount option, or the empty text. */
    public String option(String name) {
        return options.getOrDefault(name, "");
    }
}
