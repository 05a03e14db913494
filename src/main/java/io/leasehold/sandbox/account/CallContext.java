package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.RequestContext;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The condition keys that follow from who calls, when and from where.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition keys</a>
 */
public final class CallContext {

    private CallContext() {}

    /** The context of a call for an action on a resource, with the tags and policies that it passes. */
    public static RequestContext of(Call call, String accountId, String action, String resource) {
        RequestContext request = RequestContext.of(action, resource)
                .with("aws:PrincipalAccount", accountId)
                .with("aws:PrincipalType", call.caller().type())
                .with("aws:userid", call.caller().userId())
                .with("aws:CurrentTime", call.now())
                .with("aws:EpochTime", call.now().getEpochSecond())
                .with("aws:SecureTransport", false)
                .with("aws:SourceIp", call.remoteAddress());
        addPrincipal(request, call.caller());
        call.caller().session().ifPresent(session -> addSession(request, session, call));
        addParameters(request, call);
        return request;
    }

    private static void addPrincipal(RequestContext request, Caller caller) {
        if (caller instanceof Caller.User own) {
            request.with("aws:username", own.user().name()).with("aws:PrincipalArn", own.arn());
            addTags(request, own.user().tags());
        } else if (caller instanceof Caller.RoleSession own) {
            request.with("aws:PrincipalArn", own.role().arn());
            addTags(request, own.role().tags());
        } else {
            request.with("aws:PrincipalArn", caller.arn());
        }
    }

    private static void addSession(RequestContext request, Session session, Call call) {
        request.with("aws:TokenIssueTime", session.issuedAt().truncatedTo(ChronoUnit.SECONDS))
                .with("aws:MultiFactorAuthPresent", session.mfa())
                .with("aws:SourceIdentity", session.sourceIdentity().isEmpty() ? null : session.sourceIdentity());
        if (session.mfa()) {
            request.with(
                    "aws:MultiFactorAuthAge",
                    Duration.between(session.issuedAt(), call.now()).toSeconds());
        }
        addTags(request, session.tags());
    }

    private static void addTags(RequestContext request, Map<String, String> tags) {
        tags.forEach((key, value) -> request.with("aws:PrincipalTag/" + key, value));
    }

    private static void addParameters(RequestContext request, Call call) {
        List<String> keys = call.form().list("Tags", "Key");
        List<String> values = call.form().list("Tags", "Value");
        for (int i = 0; i < Math.min(keys.size(), values.size()); i++) {
            request.with("aws:RequestTag/" + keys.get(i), values.get(i));
        }
        request.with("aws:TagKeys", keys)
                .with("iam:PolicyARN", call.form().find("PolicyArn").orElse(null))
                .with(
                        "iam:PermissionsBoundary",
                        call.form().find("PermissionsBoundary").orElse(null));
    }
}
