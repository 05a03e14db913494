package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.SessionPolicies;
import io.leasehold.sandbox.account.Tags;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import java.util.List;
import java.util.Map;

/**
 * Reads what a call passes to narrow and mark a session: a policy of up to 2048 characters, up to ten managed policies,
 * and tags.
 */
record SessionScope(Account account, SessionPolicies sessionPolicies) {

    private static final int MAX_POLICY = 2048;
    private static final int MAX_ARNS = 10;

    /** The scope; {@code policy} is empty when none was passed, {@code packedPercent} 0 when nothing was. */
    record Scope(String policy, List<String> policyArns, Map<String, String> tags, int packedPercent) {

        boolean isEmpty() {
            return policy.isEmpty() && policyArns.isEmpty() && tags.isEmpty();
        }
    }

    /** Reads and checks the scope, in the order in which AWS complains. */
    Scope read(Call call) {
        String policy = call.form().find("Policy").orElse("");
        List<String> arns = call.form().list("PolicyArns", "arn");
        Constraints constraints = new Constraints()
                .length("Policy", policy.isEmpty() ? null : policy, 1, MAX_POLICY)
                .atMost("PolicyArns", arns, MAX_ARNS);
        arns.forEach(arn -> constraints.length("PolicyArns.member.arn", arn, 20, 2048));
        constraints.check();
        Map<String, String> tags = Tags.read(call.form(), AwsError.INVALID_PARAMETER_VALUE);
        if (!policy.isEmpty()) {
            sessionPolicies.parse(policy);
        }
        arns.forEach(this::requirePolicy);
        return new Scope(policy, arns, tags, PackedSize.percent(policy, arns, tags));
    }

    private void requirePolicy(String arn) {
        if (!account.policies().containsKey(arn)) {
            throw AwsError.VALIDATION_ERROR.with("Policy " + arn + " does not exist or is not usable in this account.");
        }
    }
}
