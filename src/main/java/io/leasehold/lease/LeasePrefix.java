package io.leasehold.lease;

/**
 * A directory of leases. Ids sort by their bytes, so a directory is the range from its path up to the same path with
 * the slash replaced by the character that follows it; {@code aws/creds/dep} never reaches {@code aws/creds/deploy/…}.
 *
 * @param path with a slash at its end, or empty for all leases
 */
record LeasePrefix(String path) {
    static LeasePrefix of(String prefix) {
        return new LeasePrefix(prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    String from() {
        return path;
    }

    /** The first id that is no longer inside. */
    String to() {
        return path.isEmpty() ? String.valueOf(Character.MAX_VALUE) : path.substring(0, path.length() - 1) + '0';
    }
}
