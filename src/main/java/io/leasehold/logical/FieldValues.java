package io.leasehold.logical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a caller sent to a path, typed by the fields that the path declares. */
public final class FieldValues {
    private final Map<String, Object> values;
    private final List<String> ignored;

    private FieldValues(Map<String, Object> values, List<String> ignored) {
        this.values = values;
        this.ignored = ignored;
    }

    /**
     * Reads all declared fields at once.
     *
     * @throws VaultException 400 for the first value that does not convert
     */
    public static FieldValues read(List<Field<?>> fields, Map<String, Object> data) {
        Map<String, Object> values = new HashMap<>();
        Set<String> unknown = new TreeSet<>(data.keySet());
        for (Field<?> field : fields) {
            if (unknown.remove(field.name())) {
                field.read(data.get(field.name())).ifPresent(value -> values.put(field.name(), value));
            }
        }
        return new FieldValues(values, List.copyOf(unknown));
    }

    /** The value, if it was sent. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field.name()));
    }

    /** The value, or another where it was not sent. */
    public <T> T getOr(Field<T> field, T otherwise) {
        return find(field).orElse(otherwise);
    }

    /** Whether the caller sent the field. */
    public boolean has(Field<?> field) {
        return values.containsKey(field.name());
    }

    /** Sorted names that no field declares. */
    public List<String> ignored() {
        return ignored;
    }
}
