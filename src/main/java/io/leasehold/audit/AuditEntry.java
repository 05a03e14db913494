package io.leasehold.audit;

import io.leasehold.logical.Caller;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.LogicalResponse;
import java.util.Optional;

/**
 * What happened at one of the two recorded stops.
 *
 * @param type request or response
 * @param request as it arrived
 * @param caller who asked, or nobody
 * @param response what was answered; empty at the first stop and on failure
 * @param error what went wrong, safe to show
 */
public record AuditEntry(
        Type type, LogicalRequest request, Caller caller, Optional<LogicalResponse> response, Optional<String> error) {
    /** The two stops. */
    public enum Type {
        REQUEST,
        RESPONSE
    }
}
