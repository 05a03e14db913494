package io.leasehold.sandbox.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request as policies see it: the action, the resource, and the values of condition keys. Keys are compared without
 * regard to case; a key that is absent from the request has no values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition keys</a>
 */
public final class RequestContext {

    private final String action;
    private final String resource;
    private final Map<String, List<String>> values;

    private RequestContext(String action, String resource, Map<String, List<String>> values) {
        this.action = action.toLowerCase(Locale.ROOT);
        this.resource = resource;
        this.values = values;
    }

    /** A request for an action such as {@code sts:AssumeRole} on the ARN of a resource. */
    public static RequestContext of(String action, String resource) {
        return new RequestContext(action, resource, new HashMap<>());
    }

    /** The same request, for another action on the same resource. */
    public RequestContext forAction(String other) {
        return new RequestContext(other, resource, values);
    }

    /** Adds a condition key; a null value leaves it absent. */
    public RequestContext with(String key, Object value) {
        return value == null ? this : with(key, List.of(value.toString()));
    }

    /** Adds a condition key with several values; an empty list leaves it absent. */
    public RequestContext with(String key, List<String> all) {
        if (!all.isEmpty()) {
            values.put(key.toLowerCase(Locale.ROOT), all);
        }
        return this;
    }

    String action() {
        return action;
    }

    String resource() {
        return resource;
    }

    /** The values of a key given in lower case; empty when the key is absent. */
    List<String> values(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** Replaces {@code ${key}} by the key's single value; an absent key leaves a text that matches nothing. */
    String expand(String text) {
        int start = text.indexOf("${");
        int end = start < 0 ? -1 : text.indexOf('}', start);
        if (end < 0) {
            return text;
        }
        String key = text.substring(start + 2, end);
        String tail = expand(text.substring(end + 1));
        return text.substring(0, start) + variable(key) + tail;
    }

    private String variable(String key) {
        if (key.length() == 1 && "*?$".contains(key)) {
            return key;
        }
        List<String> found = values(key.toLowerCase(Locale.ROOT));
        return found.size() == 1 ? found.get(0) : "\u0000";
    }
}
