package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.RequestContext;
import io.leasehold.sandbox.policy.Verdict;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what a caller may do by the caller's own policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Authoriser {

    private static final Grants EVERYTHING = new Grants(Verdict.ALLOW, Verdict.ALLOW, Verdict.ALLOW);

    private final Account account;
    private final SessionPolicies sessionPolicies;

    /** Decisions for callers of one account. */
    public Authoriser(Account account, SessionPolicies sessionPolicies) {
        this.account = account;
        this.sessionPolicies = sessionPolicies;
    }

    /** Throws {@code AccessDenied} unless the caller's policies allow an action on a resource. */
    public void require(Call call, String action, String resource, RequestContext request) {
        Grants grants = grants(call.caller(), request, call.now());
        if (grants.isDenied() || !grants.isAllowed()) {
            throw denied(call.caller(), action, resource, grants.reason(action));
        }
    }

    /** The refusal of an action on a resource; the reason may be empty. */
    public static AwsException denied(Caller caller, String action, String resource, String reason) {
        return AwsError.ACCESS_DENIED.with("User: " + caller.arn() + " is not authorized to perform: " + action
                + " on resource: " + resource + reason);
    }

    /** What the caller's policies say about a request. */
    public Grants grants(Caller caller, RequestContext request, Instant now) {
        if (caller instanceof Caller.User own) {
            return grants(own.user(), Verdict.ALLOW, request, now);
        }
        if (caller instanceof Caller.RoleSession own) {
            Verdict session = own.own().isNarrowed() ? sessionPolicies.judge(own.own(), request) : Verdict.ALLOW;
            return grants(own.role(), session, request, now);
        }
        if (caller instanceof Caller.FederatedUser own) {
            return federated(own, request, now);
        }
        return EVERYTHING;
    }

    private Grants federated(Caller.FederatedUser caller, RequestContext request, Instant now) {
        Verdict session = sessionPolicies.judge(caller.own(), request);
        return caller.owner()
                .map(owner -> grants(owner, session, request, now))
                .orElseGet(() -> new Grants(Verdict.ALLOW, Verdict.ALLOW, session));
    }

    private Grants grants(Entity entity, Verdict session, RequestContext request, Instant now) {
        Verdict identity = judge(entity.policies(), request, now);
        if (entity instanceof IamUser user) {
            for (IamGroup group : user.groups()) {
                identity = identity.or(judge(group.policies(), request, now));
            }
        }
        return new Grants(identity, boundary(entity.policies(), request), session);
    }

    private Verdict boundary(Policies policies, RequestContext request) {
        Optional<String> arn = policies.boundaryArn();
        if (arn.isEmpty()) {
            return Verdict.ALLOW;
        }
        ManagedPolicy policy = account.policies().get(arn.get());
        return policy == null ? Verdict.NONE : policy.document().judge(request);
    }

    private Verdict judge(Policies policies, RequestContext request, Instant now) {
        Verdict verdict = Verdict.NONE;
        for (InlinePolicy inline : policies.inline().values()) {
            if (!now.isBefore(inline.settled())) {
                verdict = verdict.or(inline.document().judge(request));
            }
        }
        for (var attached : policies.attached().entrySet()) {
            ManagedPolicy policy = account.policies().get(attached.getKey());
            if (policy != null && !now.isBefore(attached.getValue())) {
                verdict = verdict.or(policy.document().judge(request));
            }
        }
        return verdict;
    }
}
