package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.wire.AwsError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tags of a role session: those passed, and the transitive ones of the session that assumes the role. */
record ChainedTags(Map<String, String> all, List<String> transitiveKeys) {

    static ChainedTags of(Caller caller, Map<String, String> passed, List<String> passedTransitive) {
        for (String key : passedTransitive) {
            if (!passed.containsKey(key)) {
                throw AwsError.INVALID_PARAMETER_VALUE.with(
                        "The transitive tag key " + key + " does not match any of the specified tag keys.");
            }
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        TreeSet<String> transitive = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        caller.session().ifPresent(session -> inherit(session, all, transitive));
        for (var tag : passed.entrySet()) {
            if (transitive.contains(tag.getKey())) {
                throw AwsError.INVALID_PARAMETER_VALUE.with("One of the specified transitive tag keys can't be set"
                        + " because it conflicts with a transitive tag key from the calling session.");
            }
            all.put(tag.getKey(), tag.getValue());
        }
        transitive.addAll(passedTransitive);
        return new ChainedTags(all, List.copyOf(transitive));
    }

    private static void inherit(Session session, Map<String, String> all, TreeSet<String> transitive) {
        session.transitiveTagKeys().forEach(key -> {
            transitive.add(key);
            all.put(key, session.tags().get(key));
        });
    }
}
