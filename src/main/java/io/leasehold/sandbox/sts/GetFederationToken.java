package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.CallContext;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.policy.RequestContext;
import io.leasehold.sandbox.sts.SessionScope.Scope;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Gives a session of a federated user, never wider than the user who asks for it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">GetFederationToken</a>
 */
final class GetFederationToken {

    private static final String ACTION = "sts:GetFederationToken";

    private final Account account;
    private final Authoriser authoriser;
    private final SessionScope scopes;

    GetFederationToken(Account account, Authoriser authoriser, SessionScope scopes) {
        this.account = account;
        this.authoriser = authoriser;
        this.scopes = scopes;
    }

    void run(Call call, XmlWriter out) {
        String name = call.form().get("Name");
        new Constraints()
                .length("Name", name, 2, 32)
                .pattern("Name", name, AssumeRoleInput.SESSION_NAME)
                .check();
        int seconds = LongTermCaller.seconds(call);
        Scope scope = scopes.read(call);
        LongTermCaller.require(call, "GetFederationToken");
        authorise(call, name, scope);
        Instant issued = call.now().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(
                Session.Kind.FEDERATED_USER,
                account.ids().accessKeyId("ASIA"),
                call.caller().userId(),
                name,
                issued,
                issued.plusSeconds(seconds),
                false,
                "",
                scope.policy(),
                scope.policyArns(),
                scope.tags(),
                List.of());
        write(out, session, scope, call.caller());
    }

    private void authorise(Call call, String name, Scope scope) {
        String resource = "arn:aws:sts::" + account.id() + ":federated-user/" + name;
        RequestContext request = CallContext.of(call, account.id(), ACTION, resource);
        authoriser.require(call, ACTION, resource, request);
        if (!scope.tags().isEmpty()) {
            authoriser.require(call, "sts:TagSession", resource, request.forAction("sts:TagSession"));
        }
    }

    private void write(XmlWriter out, Session session, Scope scope, Caller owner) {
        Caller federated = new Caller.FederatedUser(
                account.id(), owner instanceof Caller.User own ? Optional.of(own.user()) : Optional.empty(), session);
        SessionWriter.credentials(account, session, out);
        out.element(
                "FederatedUser",
                () -> out.text("FederatedUserId", federated.userId()).text("Arn", federated.arn()));
        out.text("PackedPolicySize", scope.isEmpty() ? null : scope.packedPercent());
    }
}
