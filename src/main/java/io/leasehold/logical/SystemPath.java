package io.leasehold.logical;

/** A path below {@code sys/}; each feature brings its own and the road collects them. */
public interface SystemPath extends EnginePath {}
