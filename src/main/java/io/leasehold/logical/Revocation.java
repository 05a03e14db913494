package io.leasehold.logical;

import java.time.Duration;

/**
 * A revoke as the engine sees it.
 *
 * @param mount where the engine is mounted
 * @param undo what was stored with the lease
 * @param age of the lease; a young one may not have reached all of AWS yet
 */
public record Revocation(MountPoint mount, StoredUndo undo, Duration age) {}
