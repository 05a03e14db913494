package io.leasehold.mount;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.logical.MountPoint;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All mounts as they stood at one version of the configuration. */
public final class MountTable {
    private final ConfigurationVersion version;
    private final TreeMap<String, Mount> byPath;
    private final Map<String, Mount> byAccessor;

    MountTable(ConfigurationVersion version, Collection<Mount> mounts) {
        this.version = version;
        this.byPath = new TreeMap<>();
        mounts.forEach(mount -> byPath.put(mount.path(), mount));
        this.byAccessor = mounts.stream().collect(Collectors.toMap(Mount::accessor, mount -> mount));
    }

    /** The mount that serves a path: the longest one that the path begins with. */
    public Optional<Mount> findFor(String path) {
        String candidate = path.endsWith("/") ? path : path + "/";
        for (int end = candidate.length(); end > 0; end = candidate.lastIndexOf('/', end - 2) + 1) {
            Mount mount = byPath.get(candidate.substring(0, end));
            if (mount != null) {
                return Optional.of(mount);
            }
        }
        return Optional.empty();
    }

    /** The mount at exactly this path, with its slash. */
    public Optional<Mount> findAt(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The view of a mount by its accessor. */
    public Optional<MountPoint> findPoint(String accessor) {
        return Optional.ofNullable(byAccessor.get(accessor)).map(mount -> mount.toMountPoint(version));
    }

    /** All mounts, sorted by path. */
    public Collection<Mount> all() {
        return byPath.values();
    }

    /** The mount that a new one at this path would collide with. */
    Optional<Mount> findCollision(String path) {
        return byPath.values().stream()
                .filter(mount -> MountPaths.collide(mount.path(), path))
                .findFirst();
    }

    /** The version that this table belongs to. */
    public ConfigurationVersion version() {
        return version;
    }
}
