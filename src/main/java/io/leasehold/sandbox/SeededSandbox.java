package io.leasehold.sandbox;

import io.leasehold.sandbox.account.AccessKey;

/**
 * A sandbox after seeding, with the access key of its user {@code VaultRunner} and that of its user {@code Admin}, who
 * may do everything and stands for the people who run the account.
 */
public record SeededSandbox(SandboxAws aws, AccessKey runnerKey, AccessKey adminKey) {}
