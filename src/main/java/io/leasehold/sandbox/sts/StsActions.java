package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.SessionPolicies;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** All STS actions of one account. They take no lock: they change nothing that is kept. */
public final class StsActions {

    private final Map<String, BiConsumer<Call, XmlWriter>> actions;

    /** The actions on this account. */
    public StsActions(Account account, Authoriser authoriser, SessionPolicies sessionPolicies) {
        SessionScope scope = new SessionScope(account, sessionPolicies);
        actions = Map.of(
                "AssumeRole", new AssumeRole(account, authoriser, scope)::run,
                "GetFederationToken", new GetFederationToken(account, authoriser, scope)::run,
                "GetSessionToken", new GetSessionToken(account)::run,
                "GetCallerIdentity", new GetCallerIdentity(account)::run,
                "GetAccessKeyInfo", new GetAccessKeyInfo(account, authoriser)::run);
    }

    /** The names of all actions. */
    public Set<String> names() {
        return actions.keySet();
    }

    /** Runs a call of a known action; refusals are {@link io.leasehold.sandbox.wire.AwsException}s. */
    public void run(String name, Call call, XmlWriter out) {
        actions.get(name).accept(call, out);
    }
}
