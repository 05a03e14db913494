package io.leasehold.logical;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named value that a path understands.
 *
 * @param name the name on the wire, snake case
 * @param type how the value is read
 * @param description one sentence for help, with units and range
 * @param <T> the Java type of the value
 */
public record Field<T>(String name, FieldType<T> type, String description) {
    /** A text field. */
    public static Field<String> string(String name, String description) {
        return new Field<>(name, FieldType.STRING, description);
    }

    /** A whole-number field. */
    public static Field<Integer> integer(String name, String description) {
        return new Field<>(name, FieldType.INTEGER, description);
    }

    /** A true-or-false field. */
    public static Field<Boolean> bool(String name, String description) {
        return new Field<>(name, FieldType.BOOLEAN, description);
    }

    /** A duration field in whole seconds. */
    public static Field<Duration> duration(String name, String description) {
        return new Field<>(name, FieldType.DURATION, description);
    }

    /** A list field. */
    public static Field<List<String>> list(String name, String description) {
        return new Field<>(name, FieldType.LIST, description);
    }

    /** A field of names with texts. */
    public static Field<Map<String, String>> pairs(String name, String description) {
        return new Field<>(name, FieldType.PAIRS, description);
    }

    /** A field that holds an object. */
    public static Field<Map<String, Object>> object(String name, String description) {
        return new Field<>(name, FieldType.OBJECT, description);
    }

    /**
     * Reads a value that was sent.
     *
     * @throws VaultException 400 with Vault's text when it does not convert
     */
    Optional<T> read(Object raw) {
        try {
            return type.convert(raw);
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("Field validation failed: error converting input " + GoValue.print(raw)
                    + " for field " + GoText.quote(name) + ": " + e.getMessage());
        }
    }
}
