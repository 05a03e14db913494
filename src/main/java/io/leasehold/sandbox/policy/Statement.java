package io.leasehold.sandbox.policy;

import java.util.List;

/** One statement; {@code principals} are the AWS principals of a trust policy and {@code resources} null there. */
record Statement(
        boolean allows, Patterns actions, Patterns resources, List<String> principals, List<Condition> conditions) {

    Verdict judge(RequestContext request) {
        if (!actions.coverAction(request) || !resources.coverResource(request) || !conditionsHold(request)) {
            return Verdict.NONE;
        }
        return allows ? Verdict.ALLOW : Verdict.DENY;
    }

    Trust trust(PrincipalNames caller, RequestContext request) {
        if (!actions.coverAction(request)) {
            return Trust.NONE;
        }
        Trust match = match(caller);
        if (match == Trust.NONE || !conditionsHold(request)) {
            return Trust.NONE;
        }
        return allows ? match : Trust.DENIED;
    }

    private Trust match(PrincipalNames caller) {
        Trust match = Trust.NONE;
        for (String principal : principals) {
            if (principal.equals("*") || caller.arns().contains(principal)) {
                return Trust.CALLER;
            }
            if (caller.includeAccount(principal)) {
                match = Trust.ACCOUNT;
            }
        }
        return match;
    }

    private boolean conditionsHold(RequestContext request) {
        for (Condition condition : conditions) {
            if (!condition.holds(request)) {
                return false;
            }
        }
        return true;
    }
}
