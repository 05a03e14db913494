package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.wire.XmlWriter;

/** Writes the credentials of a new session. */
final class SessionWriter {

    private SessionWriter() {}

    static void credentials(Account account, Session session, XmlWriter out) {
        out.element(
                "Credentials",
                () -> out.text("AccessKeyId", session.accessKeyId())
                        .text("SecretAccessKey", account.tokens().secretOf(session.accessKeyId()))
                        .text("SessionToken", account.tokens().seal(session))
                        .time("Expiration", session.expiresAt()));
    }
}
