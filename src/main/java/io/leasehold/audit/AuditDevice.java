package io.leasehold.audit;

import io.smallrye.mutiny.Uni;

/** Somewhere that entries are written to. */
public interface AuditDevice {
    /** Writes an entry; a failure says that it is not on record there. */
    Uni<Void> write(AuditEntry entry);
}
