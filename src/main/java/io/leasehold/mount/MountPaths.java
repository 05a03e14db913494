package io.leasehold.mount;

import java.util.List;
import java.util.Set;

/** Rules about the paths that a mount may have. */
final class MountPaths {
    private static final Set<String> BUILT_IN = Set.of("sys/", "auth/token/", "cubbyhole/", "identity/");
    private static final List<String> RESERVED = List.of("auth/", "sys/", "audit/", "identity/", "cubbyhole/");

    private MountPaths() {}

    /** The path with exactly one slash at its end and none at its start. */
    static String normalise(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return plain.endsWith("/") ? plain : plain + "/";
    }

    static boolean isBuiltIn(String path) {
        return BUILT_IN.contains(path);
    }

    static boolean isReserved(String path) {
        return RESERVED.stream().anyMatch(path::startsWith);
    }

    /** Whether one lies at or below the other, so that both cannot be mounted. */
    static boolean collide(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}
