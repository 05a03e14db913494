package io.leasehold.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.leasehold.logical.IssuedAuth;
import io.leasehold.logical.LeaseAnswer;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.pipeline.Outcome;
import java.util.List;
import java.util.Map;

/**
 * The frame of every JSON answer; all members are always there.
 *
 * @param requestId the same as in the audit log
 * @param leaseId empty without a lease
 * @param renewable false without a lease
 * @param leaseDuration whole seconds, 0 without a lease
 * @param data object or {@code null}
 * @param wrapInfo always {@code null} here
 * @param warnings {@code null} or texts
 * @param auth a token or {@code null}
 * @param mountType type of the engine that answered
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#response-format">Vault responses</a>
 */
@JsonPropertyOrder({
    "request_id",
    "lease_id",
    "renewable",
    "lease_duration",
    "data",
    "wrap_info",
    "warnings",
    "auth",
    "mount_type"
})
@JsonInclude(JsonInclude.Include.ALWAYS)
record Envelope(
        String requestId,
        String leaseId,
        boolean renewable,
        long leaseDuration,
        Object data,
        Object wrapInfo,
        List<String> warnings,
        IssuedAuth auth,
        String mountType) {
    private static final LeaseAnswer NO_LEASE = new LeaseAnswer("", 0, false);

    static Envelope of(Outcome outcome) {
        LogicalResponse response = outcome.response();
        LeaseAnswer lease = response instanceof LogicalResponse.Leased leased ? leased.lease() : NO_LEASE;
        List<String> warnings = response.warnings();
        return new Envelope(
                outcome.request().id(),
                lease.id(),
                lease.renewable(),
                lease.duration(),
                data(response),
                null,
                warnings.isEmpty() ? null : warnings,
                response instanceof LogicalResponse.Auth auth ? auth.auth() : null,
                outcome.mountType());
    }

    private static Object data(LogicalResponse response) {
        if (response instanceof LogicalResponse.Data data) {
            return data.data();
        }
        if (response instanceof LogicalResponse.TopLevelData data) {
            return data.data();
        }
        if (response instanceof LogicalResponse.Leased leased) {
            return leased.data();
        }
        return response instanceof LogicalResponse.Keys keys ? Map.of("keys", keys.keys()) : null;
    }
}
