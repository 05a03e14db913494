package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.IamRole.TrustPolicy;
import io.leasehold.sandbox.policy.PolicyDocument;
import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import io.leasehold.sandbox.wire.AwsError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads trust policies; their principals must exist, as far as they belong to this account. */
record TrustPolicies(Account account) {

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
    private static final Pattern PRINCIPAL = Pattern.compile(
            "arn:aws:(?:iam|sts)::(\\d{12}):(root|user|role|assumed-role|federated-user)(?:/.*?([^/]+))?");

    TrustPolicy read(String text) {
        PolicyDocument document = PolicyGrammar.parse(text, PolicyKind.TRUST);
        Quotas.TRUST_POLICY_SIZE.require(text.length());
        document.principals().stream()
                .filter(principal -> !exists(principal))
                .findFirst()
                .ifPresent(principal -> {
                    throw AwsError.MALFORMED_POLICY_DOCUMENT.with(
                            "Invalid principal in policy: \"AWS\":\"" + principal + "\"");
                });
        return new TrustPolicy(text, document);
    }

    private boolean exists(String principal) {
        if (principal.equals("*") || ACCOUNT_ID.matcher(principal).matches()) {
            return true;
        }
        Matcher matcher = PRINCIPAL.matcher(principal);
        if (!matcher.matches() || matcher.group(2).equals("root") != (matcher.group(3) == null)) {
            return false;
        }
        return switch (matcher.group(1).equals(account.id()) ? matcher.group(2) : "other account") {
            case "user" ->
                account.users().values().stream().anyMatch(user -> user.arn().equals(principal));
            case "role" ->
                account.roles().values().stream().anyMatch(role -> role.arn().equals(principal));
            default -> true;
        };
    }
}
