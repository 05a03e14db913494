package io.leasehold.sandbox.policy;

import java.util.Set;

/** The names under which a trust policy can know a caller: its account, and the ARNs that mean the caller itself. */
public record PrincipalNames(String accountId, String accountRootArn, Set<String> arns) {

    boolean includeAccount(String principal) {
        return principal.equals(accountId) || principal.equals(accountRootArn);
    }
}
