package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.CallContext;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.regex.Pattern;

/**
 * Says to which account an access key id belongs.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html">GetAccessKeyInfo</a>
 */
record GetAccessKeyInfo(Account account, Authoriser authoriser) {

    private static final String ACTION = "sts:GetAccessKeyInfo";
    private static final Pattern TEMPORARY = Pattern.compile("ASIA[A-Z2-7]{16}");

    void run(Call call, XmlWriter out) {
        String id = call.form().get("AccessKeyId");
        new Constraints().length("AccessKeyId", id, 16, 128).check();
        if (call.caller().session().filter(GetAccessKeyInfo::mayNotAsk).isPresent()) {
            throw Authoriser.denied(call.caller(), ACTION, "*", "");
        }
        authoriser.require(call, ACTION, "*", CallContext.of(call, account.id(), ACTION, "*"));
        if (!account.accessKeys().containsKey(id) && !TEMPORARY.matcher(id).matches()) {
            throw AwsError.VALIDATION_ERROR.with("Invalid key");
        }
        out.text("Account", account.id());
    }

    private static boolean mayNotAsk(Session session) {
        return session.kind() != Session.Kind.ASSUMED_ROLE;
    }
}
