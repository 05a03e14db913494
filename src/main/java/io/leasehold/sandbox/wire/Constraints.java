package io.leasehold.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with the parameters of one request and refuses them together, in the words that AWS uses for
 * values out of range.
 */
public final class Constraints {

    private final List<String> broken = new ArrayList<>();

    /** The refusal of a parameter that must be there. */
    public static AwsException missing(String name) {
        return AwsError.VALIDATION_ERROR.with("1 validation error detected: Value null at '" + wireName(name)
                + "' failed to satisfy constraint: Member must not be null");
    }

    /** Text of {@code min} to {@code max} characters; null passes. */
    public Constraints length(String name, String value, int min, int max) {
        if (value != null) {
            bound(name, value, value.length(), min, max, "length");
        }
        return this;
    }

    /** A number of {@code min} to {@code max}. */
    public Constraints range(String name, int value, int min, int max) {
        bound(name, Integer.toString(value), value, min, max, "value");
        return this;
    }

    /** A list of at most {@code max} items. */
    public Constraints atMost(String name, List<?> values, int max) {
        bound(name, values.toString(), values.size(), 0, max, "length");
        return this;
    }

    /** Text that matches as a whole; null passes. */
    public Constraints pattern(String name, String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            add(name, value, "satisfy regular expression pattern: " + pattern.pattern());
        }
        return this;
    }

    /** One of a fixed set of words; null passes. */
    public Constraints oneOf(String name, String value, List<String> words) {
        if (value != null && !words.contains(value)) {
            add(name, value, "satisfy enum value set: " + words);
        }
        return this;
    }

    /** Throws {@code ValidationError} when something was broken. */
    public void check() {
        if (!broken.isEmpty()) {
            String head = broken.size() == 1 ? "1 validation error" : broken.size() + " validation errors";
            throw AwsError.VALIDATION_ERROR.with(head + " detected: " + String.join("; ", broken));
        }
    }

    private void bound(String name, String value, int size, int min, int max, String what) {
        if (size < min) {
            add(name, value, "have " + what + " greater than or equal to " + min);
        }
        if (size > max) {
            add(name, value, "have " + what + " less than or equal to " + max);
        }
    }

    private void add(String name, String value, String rule) {
        broken.add(
                "Value '" + value + "' at '" + wireName(name) + "' failed to satisfy constraint: Member must " + rule);
    }

    private static String wireName(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
