package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.Grants;
import io.leasehold.sandbox.account.IamRole;
import io.leasehold.sandbox.policy.PrincipalNames;
import io.leasehold.sandbox.policy.RequestContext;
import io.leasehold.sandbox.policy.Trust;
import java.util.Set;

/**
 * Decides whether a caller may do an STS action on a role. A trust policy that names the caller is enough by itself; one
 * that names the caller's account leaves it to the caller's own policies; a deny anywhere ends it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-id-rdp.html">
 *     Identity-based and resource-based policies</a>
 */
record RoleTrust(Account account, Authoriser authoriser) {

    void require(Call call, IamRole role, String action, RequestContext request) {
        RequestContext asked = request.forAction(action);
        Trust trust = role.trust().document().trust(names(call.caller()), asked);
        Grants grants = authoriser.grants(call.caller(), asked, call.now());
        if (grants.isDenied() || !isAllowed(trust, grants, call.caller())) {
            throw Authoriser.denied(call.caller(), action, role.arn(), "");
        }
    }

    /** A grant to the ARN of a user goes past the user's boundary; one to a role stays within boundary and session. */
    private static boolean isAllowed(Trust trust, Grants grants, Caller caller) {
        return switch (trust) {
            case CALLER -> caller instanceof Caller.User || grants.isWithinLimits();
            case ACCOUNT -> grants.isAllowed();
            case NONE, DENIED -> false;
        };
    }

    private PrincipalNames names(Caller caller) {
        Set<String> arns =
                caller instanceof Caller.RoleSession own ? Set.of(own.role().arn(), own.arn()) : Set.of(caller.arn());
        return new PrincipalNames(account.id(), account.arn("root"), arns);
    }
}
