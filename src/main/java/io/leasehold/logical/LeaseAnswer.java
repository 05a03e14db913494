package io.leasehold.logical;

/**
 * The lease as the caller sees it.
 *
 * @param id mount path, path and 24 random characters
 * @param duration whole seconds left
 * @param renewable whether a renew may move the end
 */
public record LeaseAnswer(String id, long duration, boolean renewable) {}
