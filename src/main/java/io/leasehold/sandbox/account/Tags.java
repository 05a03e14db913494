package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.QueryForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags that a request passes: at most 50, keys of 1 to 128 characters that differ by more than case and do not begin
 * with {@code aws:}, values of 0 to 256 characters.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html">Tags for IAM resources</a>
 */
public final class Tags {

    /** The most tags that one thing may carry. */
    public static final int MAX = 50;

    private Tags() {}

    /** Reads the tags; lengths break with {@code ValidationError}, the other rules with the given error. */
    public static Map<String, String> read(QueryForm form, AwsError broken) {
        List<String> keys = form.list("Tags", "Key");
        List<String> values = form.list("Tags", "Value");
        Constraints constraints = new Constraints().atMost("Tags", keys, MAX);
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < keys.size(); i++) {
            String value = i < values.size() ? values.get(i) : "";
            constraints.length("Tags." + (i + 1) + ".member.key", keys.get(i), 1, 128);
            constraints.length("Tags." + (i + 1) + ".member.value", value, 0, 256);
            add(tags, keys.get(i), value, broken);
        }
        constraints.check();
        return tags;
    }

    private static void add(Map<String, String> tags, String key, String value, AwsError broken) {
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw broken.with("Tag keys that begin with aws: are reserved for system use: " + key);
        }
        if (tags.put(key, value) != null) {
            throw broken.with("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
    }
}
