package io.leasehold.aws;

import io.leasehold.logical.EnginePath;

/** A path of the AWS engine; each brings itself, and the engine collects them. */
public interface AwsPath extends EnginePath {}
