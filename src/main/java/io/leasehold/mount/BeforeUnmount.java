package io.leasehold.mount;

import io.leasehold.logical.MountPoint;
import io.smallrye.mutiny.Uni;

/** Work that must be done before a mount goes or moves; a failure keeps the mount where it is. */
public interface BeforeUnmount {
    /** Ends everything that was issued under the mount. */
    Uni<Void> release(MountPoint mount);
}
