package io.leasehold.sandbox.policy;

import java.util.List;

/** The actions or resources that a statement names, or with {@code Not…} all others. */
record Patterns(List<String> patterns, boolean inverted) {

    boolean coverAction(RequestContext request) {
        return matchAny(patterns, request.action()) != inverted;
    }

    boolean coverResource(RequestContext request) {
        for (String pattern : patterns) {
            if (Glob.matches(request.expand(pattern), request.resource())) {
                return !inverted;
            }
        }
        return inverted;
    }

    private static boolean matchAny(List<String> patterns, String text) {
        for (String pattern : patterns) {
            if (Glob.matches(pattern, text)) {
                return true;
            }
        }
        return false;
    }
}
