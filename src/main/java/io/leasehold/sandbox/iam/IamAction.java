package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.function.Function;

/** One IAM action: its name on the wire, the ARN that the caller needs a right on, and what it does. */
record IamAction(String name, Function<Call, String> resource, Handler handler) {

    /** Does the work under the account's monitor and writes the result; a refusal is thrown before anything changes. */
    interface Handler {
        void run(Call call, XmlWriter out);
    }
}
