package io.leasehold.logical;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value as Go prints it in a message: maps as {@code map[a:1]}, lists as {@code [a b]}, null as {@code <nil>}. */
final class GoValue {
    private GoValue() {}

    static String print(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + print(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoValue::print).collect(Collectors.joining(" ", "[", "]"));
        }
        return value == null ? "<nil>" : value.toString();
    }
}
