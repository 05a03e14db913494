package io.leasehold.logical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a path inside a mount: {@code roles/{name}}, {@code revoke/{lease_id...}}, {@code roles/?}.
 *
 * <p>A name is one segment that begins and ends with a word character and holds {@code -}, {@code .} and {@code @}
 * inside; a name with three dots takes the rest of the path, slashes included; {@code /?} allows a trailing slash.
 */
public final class PathPattern {
    private static final Pattern CAPTURE = Pattern.compile("\\{([a-z_]+)(\\.\\.\\.)?}");
    private static final String NAME = "(\\w(?:[\\w.@-]*\\w)?)";
    private static final String REST = "(.+)";

    private final String source;
    private final Pattern pattern;
    private final List<String> names;

    private PathPattern(String source, Pattern pattern, List<String> names) {
        this.source = source;
        this.pattern = pattern;
        this.names = names;
    }

    /** Compiles a pattern. */
    public static PathPattern of(String source) {
        List<String> names = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        String plain = source.endsWith("/?") ? source.substring(0, source.length() - 2) : source;
        Matcher capture = CAPTURE.matcher(plain);
        int end = 0;
        while (capture.find()) {
            regex.append(Pattern.quote(plain.substring(end, capture.start())));
            regex.append(capture.group(2) == null ? NAME : REST);
            names.add(capture.group(1));
            end = capture.end();
        }
        regex.append(Pattern.quote(plain.substring(end))).append(plain.equals(source) ? "" : "/?");
        return new PathPattern(source, Pattern.compile(regex.toString(), Pattern.DOTALL), List.copyOf(names));
    }

    /** The captured names with their values, or nothing when the path has another shape. */
    public Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> captures = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            captures.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(captures);
    }

    /** Whether nothing is captured, so that a literal path wins over a pattern. */
    boolean isLiteral() {
        return names.isEmpty();
    }

    @Override
    public String toString() {
        return source;
    }
}
