package io.leasehold.sandbox;

import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Credentials;
import io.leasehold.sandbox.account.Credentials.Claim;
import io.leasehold.sandbox.account.Ids;
import io.leasehold.sandbox.account.SessionPolicies;
import io.leasehold.sandbox.iam.IamActions;
import io.leasehold.sandbox.sts.StsActions;
import io.leasehold.sandbox.wire.Authorization;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.QueryForm;
import io.leasehold.sandbox.wire.SandboxRequest;
import io.leasehold.sandbox.wire.SandboxResponse;
import io.leasehold.sandbox.wire.SigV4Check;
import io.leasehold.sandbox.wire.XmlWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * One AWS account that answers STS and IAM requests, in memory and without waiting: identify, check the signature,
 * authorise, run, answer. Every refusal is an answer too; nothing is thrown.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">STS</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">IAM</a>
 */
public final class SandboxAws {

    private static final System.Logger LOG = System.getLogger(SandboxAws.class.getName());

    private final Clock clock;
    private final Account account;
    private final Faults faults;
    private final Credentials credentials;
    private final SigV4Check signatures;
    private final StsActions sts;
    private final IamActions iam;

    /** An empty account of twelve digits that lives by this clock. */
    public SandboxAws(String accountId, Clock clock, Ids ids) {
        this.clock = clock;
        this.account = new Account(accountId, ids);
        this.faults = new Faults(clock);
        this.credentials = new Credentials(account);
        this.signatures = new SigV4Check(clock);
        SessionPolicies sessionPolicies = new SessionPolicies(account);
        Authoriser authoriser = new Authoriser(account, sessionPolicies);
        this.sts = new StsActions(account, authoriser, sessionPolicies);
        this.iam = new IamActions(account, authoriser);
    }

    /** The state, for a seed to write to and a test to look at. */
    public Account account() {
        return account;
    }

    /** The switches that make this account slow, busy, forgetful or unreachable. */
    public Faults faults() {
        return faults;
    }

    /** The time by which this account lives. */
    public Clock clock() {
        return clock;
    }

    /** The names of all actions that this account knows. */
    public Set<String> actions() {
        Set<String> names = new TreeSet<>(sts.names());
        names.addAll(iam.names());
        return names;
    }

    /** Answers a request; takes well under a millisecond and never waits. */
    public SandboxResponse handle(SandboxRequest request) {
        String action = "";
        try {
            QueryForm form = QueryForm.parse(request.body());
            action = form.find("Action").orElseThrow(() -> AwsError.MISSING_ACTION.with("The request has no Action."));
            return answer(request, form, action);
        } catch (AwsException refusal) {
            return refuse(action, refusal);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "The sandbox failed to answer " + action, fault);
            return refuse(action, AwsError.INTERNAL_FAILURE.with("The request could not be processed."));
        }
    }

    /** The answer that says no to an action. */
    public SandboxResponse refuse(String action, AwsException refusal) {
        AwsApi api = iam.names().contains(action) ? AwsApi.IAM : AwsApi.STS;
        String requestId = account.ids().requestId();
        return new SandboxResponse(refusal.status(), requestId, clock.instant(), Frames.error(api, requestId, refusal));
    }

    private SandboxResponse answer(SandboxRequest request, QueryForm form, String action) {
        AwsApi api = api(form, action);
        Authorization authorization = Authorization.of(request);
        Instant now = clock.instant();
        Claim claim = credentials.find(authorization.accessKeyId(), request.header("x-amz-security-token"), now);
        signatures.verify(request, authorization, claim.secret(), api.service());
        claim.requireAlive(now);
        claim.key().ifPresent(key -> key.used(new AccessKey.LastUse(now, api.service(), authorization.region())));
        Instant settled = now.plus(faults.lagOf(action));
        XmlWriter result = new XmlWriter();
        run(api, action, new Call(form, claim.caller(), now, settled, request.remoteAddress()), result);
        String requestId = account.ids().requestId();
        return new SandboxResponse(200, requestId, now, Frames.result(api, action, requestId, result));
    }

    private AwsApi api(QueryForm form, String action) {
        String version = form.find("Version").orElse("");
        if (version.equals(AwsApi.STS.version()) && sts.names().contains(action)) {
            return AwsApi.STS;
        }
        if (version.equals(AwsApi.IAM.version()) && iam.names().contains(action)) {
            return AwsApi.IAM;
        }
        throw AwsError.INVALID_ACTION.with("Could not find operation " + action + " for version " + version);
    }

    private void run(AwsApi api, String action, Call call, XmlWriter result) {
        switch (api) {
            case STS -> sts.run(action, call, result);
            case IAM -> iam.run(action, call, result);
        }
    }
}
