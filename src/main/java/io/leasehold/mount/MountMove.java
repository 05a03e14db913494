package io.leasehold.mount;

/**
 * A move under way or done.
 *
 * @param id the migration id that the caller was given
 * @param source path with its slash
 * @param target path with its slash
 * @param status {@code in-progress}, {@code success} or {@code failure}
 */
record MountMove(String id, String source, String target, String status) {}
