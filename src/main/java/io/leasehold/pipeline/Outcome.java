package io.leasehold.pipeline;

import io.leasehold.audit.AuditEntry;
import io.leasehold.logical.Caller;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.LogicalResponse;
import java.util.Optional;

/**
 * What the road gives back.
 *
 * @param request as it arrived
 * @param caller who asked
 * @param mountType type of the mount that served it
 * @param response the answer
 */
public record Outcome(LogicalRequest request, Caller caller, String mountType, LogicalResponse response) {
    AuditEntry entry() {
        return new AuditEntry(AuditEntry.Type.RESPONSE, request, caller, Optional.of(response), Optional.empty());
    }
}
