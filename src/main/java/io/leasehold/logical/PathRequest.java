package io.leasehold.logical;

import java.util.Map;

/**
 * A request that has been authenticated, allowed and routed to a path.
 *
 * @param request the original
 * @param mount where the engine is mounted
 * @param path below the mount
 * @param captures names taken from the path
 * @param values typed fields
 * @param caller who asks
 */
public record PathRequest(
        LogicalRequest request,
        MountPoint mount,
        String path,
        Map<String, String> captures,
        FieldValues values,
        Caller caller) {
    /** The value captured from the path under a name; a name that the pattern lacks is a programming error. */
    public String captured(String name) {
        return java.util.Objects.requireNonNull(captures.get(name), name);
    }
}
