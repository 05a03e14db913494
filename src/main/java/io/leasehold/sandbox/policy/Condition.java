package io.leasehold.sandbox.policy;

import java.util.List;

/**
 * One condition: an operator on a key (in lower case) with the policy's values. {@code ifExists} holds when the key is
 * absent; the quantifier says how the several values of a key count.
 */
record Condition(ConditionOperator operator, Quantifier quantifier, boolean ifExists, String key, List<String> wanted) {

    enum Quantifier {
        NONE,
        FOR_ALL_VALUES,
        FOR_ANY_VALUE
    }

    boolean holds(RequestContext request) {
        List<String> actual = request.values(key);
        if (operator == ConditionOperator.NULL) {
            return wanted.contains(Boolean.toString(actual.isEmpty()));
        }
        if (actual.isEmpty()) {
            return ifExists
                    || quantifier == Quantifier.FOR_ALL_VALUES
                    || operator.isNegated() && quantifier == Quantifier.NONE;
        }
        return quantifier == Quantifier.FOR_ANY_VALUE ? holdsForAny(actual, request) : holdsForAll(actual, request);
    }

    private boolean holdsForAny(List<String> actual, RequestContext request) {
        return actual.stream().anyMatch(value -> holdsFor(value, request));
    }

    private boolean holdsForAll(List<String> actual, RequestContext request) {
        return actual.stream().allMatch(value -> holdsFor(value, request));
    }

    private boolean holdsFor(String value, RequestContext request) {
        for (String pattern : wanted) {
            if (operator.matches(value, request.expand(pattern))) {
                return !operator.isNegated();
            }
        }
        return operator.isNegated();
    }
}
