package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.CallContext;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.IamRole;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.policy.RequestContext;
import io.leasehold.sandbox.sts.SessionScope.Scope;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Gives a session of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRole {

    private static final String ACTION = "sts:AssumeRole";
    private static final int DEFAULT_SECONDS = 3600;
    private static final int CHAINED_SECONDS = 3600;

    private final Account account;
    private final SessionScope scopes;
    private final RoleTrust trust;
    private final MfaCheck mfaCheck;

    AssumeRole(Account account, Authoriser authoriser, SessionScope scopes) {
        this.account = account;
        this.scopes = scopes;
        this.trust = new RoleTrust(account, authoriser);
        this.mfaCheck = new MfaCheck(account);
    }

    void run(Call call, XmlWriter out) {
        AssumeRoleInput input = AssumeRoleInput.read(call.form());
        Scope scope = scopes.read(call);
        IamRole role = role(call, input);
        boolean mfa = mfaCheck.isMfaCall(call);
        ChainedTags tags = ChainedTags.of(call.caller(), scope.tags(), input.transitiveTagKeys());
        authorise(call, input, role, mfa, !scope.tags().isEmpty());
        int seconds = seconds(call.caller(), role, input);
        Instant issued = call.now().truncatedTo(ChronoUnit.SECONDS);
        Session session = new Session(
                Session.Kind.ASSUMED_ROLE,
                account.ids().accessKeyId("ASIA"),
                role.id(),
                input.sessionName(),
                issued,
                issued.plusSeconds(seconds),
                mfa,
                sourceIdentity(call.caller(), input),
                scope.policy(),
                scope.policyArns(),
                tags.all(),
                tags.transitiveKeys());
        write(out, new Caller.RoleSession(account.id(), role, session), scope);
    }

    /** A role that does not exist looks like one that may not be assumed, so that nobody learns which roles exist. */
    private IamRole role(Call call, AssumeRoleInput input) {
        if (call.caller() instanceof Caller.Root) {
            throw AwsError.ACCESS_DENIED.with("Roles may not be assumed by root accounts.");
        }
        if (call.caller() instanceof Caller.FederatedUser) {
            throw Authoriser.denied(call.caller(), ACTION, input.roleArn(), "");
        }
        return account.findRoleByArn(input.roleArn(), call.now())
                .orElseThrow(() -> Authoriser.denied(call.caller(), ACTION, input.roleArn(), ""));
    }

    private void authorise(Call call, AssumeRoleInput input, IamRole role, boolean mfa, boolean tagged) {
        RequestContext request = CallContext.of(call, account.id(), ACTION, role.arn())
                .with("sts:RoleSessionName", input.sessionName())
                .with("sts:ExternalId", input.externalId().orElse(null))
                .with("sts:SourceIdentity", input.sourceIdentity().orElse(null))
                .with("sts:TransitiveTagKeys", input.transitiveTagKeys());
        role.tags().forEach((key, value) -> request.with("aws:ResourceTag/" + key, value));
        if (input.durationSeconds().isPresent()) {
            request.with("sts:DurationSeconds", input.durationSeconds().getAsInt());
        }
        if (mfa) {
            request.with("aws:MultiFactorAuthPresent", true).with("aws:MultiFactorAuthAge", 0);
        }
        trust.require(call, role, ACTION, request);
        if (tagged) {
            trust.require(call, role, "sts:TagSession", request);
        }
        if (input.sourceIdentity().isPresent()) {
            trust.require(call, role, "sts:SetSourceIdentity", request);
        }
    }

    private static int seconds(Caller caller, IamRole role, AssumeRoleInput input) {
        int seconds = input.durationSeconds().orElse(Math.min(DEFAULT_SECONDS, role.maxSessionSeconds()));
        if (seconds > role.maxSessionSeconds()) {
            throw AwsError.VALIDATION_ERROR.with(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        if (caller instanceof Caller.RoleSession && seconds > CHAINED_SECONDS) {
            throw AwsError.VALIDATION_ERROR.with("The requested DurationSeconds exceeds the 1 hour session limit for"
                    + " roles assumed by role chaining.");
        }
        return seconds;
    }

    /** A source identity stays with a chain of roles once it is set. */
    private static String sourceIdentity(Caller caller, AssumeRoleInput input) {
        String inherited = caller.session().map(Session::sourceIdentity).orElse("");
        String asked = input.sourceIdentity().orElse(inherited);
        if (!inherited.isEmpty() && !inherited.equals(asked)) {
            throw AwsError.ACCESS_DENIED.with("The source identity of a session cannot be changed by role chaining.");
        }
        return asked;
    }

    private void write(XmlWriter out, Caller.RoleSession caller, Scope scope) {
        SessionWriter.credentials(account, caller.own(), out);
        out.element(
                "AssumedRoleUser",
                () -> out.text("AssumedRoleId", caller.userId()).text("Arn", caller.arn()));
        out.text("PackedPolicySize", scope.isEmpty() ? null : scope.packedPercent());
        String identity = caller.own().sourceIdentity();
        out.text("SourceIdentity", identity.isEmpty() ? null : identity);
    }
}
