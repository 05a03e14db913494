package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.wire.XmlWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Gives the caller a session of its own; no right is needed for it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>
 */
final class GetSessionToken {

    private final Account account;
    private final MfaCheck mfaCheck;

    GetSessionToken(Account account) {
        this.account = account;
        this.mfaCheck = new MfaCheck(account);
    }

    void run(Call call, XmlWriter out) {
        int seconds = LongTermCaller.seconds(call);
        LongTermCaller.require(call, "GetSessionToken");
        boolean mfa = mfaCheck.isMfaCall(call);
        Instant issued = call.now().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(
                Session.Kind.USER,
                account.ids().accessKeyId("ASIA"),
                call.caller().userId(),
                "",
                issued,
                issued.plusSeconds(seconds),
                mfa,
                "",
                "",
                List.of(),
                Map.of(),
                List.of());
        SessionWriter.credentials(account, session, out);
    }
}
