package io.leasehold.policy;

import java.util.Set;

/**
 * What is allowed on a path, or below it where the path ends in a star.
 *
 * @param path exact, or a prefix with a star as the last character
 * @param capabilities the rights it grants
 */
record PathRule(String path, Set<Capability> capabilities) {
    boolean isPrefix() {
        return path.endsWith("*");
    }

    boolean matches(String asked) {
        return isPrefix() ? asked.startsWith(prefix()) : asked.equals(path);
    }

    String prefix() {
        return isPrefix() ? path.substring(0, path.length() - 1) : path;
    }
}
