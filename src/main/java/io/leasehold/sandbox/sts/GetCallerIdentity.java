package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.wire.XmlWriter;

/**
 * Says who calls; nobody needs a right for it, and no policy can take it away.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
record GetCallerIdentity(Account account) {

    void run(Call call, XmlWriter out) {
        out.text("Arn", call.caller().arn())
                .text("UserId", call.caller().userId())
                .text("Account", account.id());
    }
}
