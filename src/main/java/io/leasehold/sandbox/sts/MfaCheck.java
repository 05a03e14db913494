package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.MfaDevice;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.Constraints;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the one-time code that a call may pass. */
record MfaCheck(Account account) {

    private static final Pattern CODE = Pattern.compile("[\\d]*");

    /** Whether the call was made with MFA: true with a good code, false without any; {@code AccessDenied} otherwise. */
    boolean isMfaCall(Call call) {
        Optional<String> serial = call.form().find("SerialNumber");
        Optional<String> code = call.form().find("TokenCode");
        new Constraints()
                .length("SerialNumber", serial.orElse(null), 9, 256)
                .length("TokenCode", code.orElse(null), 6, 6)
                .pattern("TokenCode", code.orElse(null), CODE)
                .check();
        if (serial.isEmpty() && code.isEmpty()) {
            return false;
        }
        if (serial.isEmpty() || code.isEmpty()) {
            throw failed(", must provide both MFA serial number and one time pass code.");
        }
        MfaDevice device = Optional.ofNullable(account.mfaDevices().get(serial.get()))
                .filter(found -> isOwn(found, call.caller()))
                .orElseThrow(
                        () -> failed(", unable to validate MFA code.  Please verify your MFA serial number is valid"
                                + " and associated with this user."));
        if (!device.accepts(code.get(), call.now())) {
            throw failed(" with invalid MFA one time pass code. ");
        }
        return true;
    }

    private static boolean isOwn(MfaDevice device, Caller caller) {
        return caller instanceof Caller.User own
                && device.owner()
                        .filter(owner -> owner.userId().equals(own.user().id()))
                        .isPresent();
    }

    private static AwsException failed(String reason) {
        return AwsError.ACCESS_DENIED.with("MultiFactorAuthentication failed" + reason);
    }
}
