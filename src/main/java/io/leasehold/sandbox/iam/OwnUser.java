package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.AwsError;

/** For the actions that mean the caller itself when they name no user. */
record OwnUser(Account account) {

    /** The named user, or else the user who calls. */
    IamUser get(Call call) {
        if (call.form().find("UserName").isPresent()) {
            return (IamUser) EntityKind.USER.get(account, call);
        }
        if (call.caller() instanceof Caller.User own) {
            return own.user();
        }
        throw AwsError.VALIDATION_ERROR.with("Must specify userName when calling with non-User credentials");
    }

    /** The ARN of the named user, or else of the caller. */
    String arn(Call call) {
        return call.form().find("UserName").isPresent()
                ? EntityKind.USER.arn(account, call)
                : call.caller().arn();
    }
}
