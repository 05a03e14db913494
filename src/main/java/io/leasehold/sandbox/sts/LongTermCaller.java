package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;

/** The rules for sessions that only the holder of a long-term key can ask for. */
final class LongTermCaller {

    private static final int MAX_SECONDS = 129_600;
    private static final int DEFAULT_SECONDS = 43_200;
    private static final int ROOT_SECONDS = 3_600;

    private LongTermCaller() {}

    /** Throws {@code AccessDenied} for every kind of session. */
    static void require(Call call, String action) {
        if (call.caller().session().isPresent()) {
            throw AwsError.ACCESS_DENIED.with("Cannot call " + action + " with session credentials");
        }
    }

    /** The duration in seconds: 900 to 129600, 43200 by default; for the account root it ends at 3600 in silence. */
    static int seconds(Call call) {
        int seconds = call.form().integer("DurationSeconds").orElse(DEFAULT_SECONDS);
        new Constraints()
                .range("DurationSeconds", seconds, AssumeRoleInput.MIN_DURATION, MAX_SECONDS)
                .check();
        return call.caller() instanceof Caller.Root ? Math.min(seconds, ROOT_SECONDS) : seconds;
    }
}
