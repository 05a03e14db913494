package io.leasehold.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of a Query request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html">Query API requests</a>
 */
public final class QueryForm {

    private final Map<String, String> values;

    private QueryForm(Map<String, String> values) {
        this.values = values;
    }

    /** Reads a form-encoded body; a part that cannot be decoded is refused with {@code MalformedInput}. */
    public static QueryForm parse(byte[] body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryForm(values);
    }

    /** A parameter, absent when it was not sent. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A parameter that must be there; otherwise {@code ValidationError}. */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw Constraints.missing(name);
        }
        return value;
    }

    /** A whole number, absent when it was not sent; {@code MalformedInput} when it is no number. */
    public OptionalInt integer(String name) {
        String value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw AwsError.MALFORMED_INPUT.with("Invalid Integer: " + value);
        }
    }

    /** A boolean, false when it was not sent. */
    public boolean isTrue(String name) {
        return Boolean.parseBoolean(values.get(name));
    }

    /** The items of a list ({@code Name.member.1}, {@code Name.member.2}, …), in their order. */
    public List<String> list(String name) {
        return members(name, "");
    }

    /** One field of each item of a list ({@code Name.member.1.field}, …), in the items' order. */
    public List<String> list(String name, String field) {
        return members(name, "." + field);
    }

    private List<String> members(String name, String suffix) {
        List<String> members = new ArrayList<>();
        String prefix = name + ".member.";
        for (int i = 1; values.containsKey(prefix + i + suffix); i++) {
            members.add(values.get(prefix + i + suffix));
        }
        return members;
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AwsError.MALFORMED_INPUT.with("The request body is not form encoded.");
        }
    }
}
