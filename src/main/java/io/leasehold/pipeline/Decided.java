package io.leasehold.pipeline;

import io.leasehold.audit.AuditEntry;
import io.leasehold.logical.VaultException;
import java.util.Optional;

/**
 * A request after the decision whether the caller may.
 *
 * @param exchange the request so far
 * @param refusal why not; empty where it is allowed
 */
record Decided(Exchange exchange, Optional<VaultException> refusal) {
    AuditEntry entry() {
        return entry(AuditEntry.Type.REQUEST, refusal.map(VaultException::firstMessage));
    }

    AuditEntry failed(Throwable failure) {
        String text = VaultException.textOf(failure);
        return entry(AuditEntry.Type.RESPONSE, Optional.of(text));
    }

    private AuditEntry entry(AuditEntry.Type type, Optional<String> error) {
        return new AuditEntry(type, exchange.request(), exchange.caller(), Optional.empty(), error);
    }
}
