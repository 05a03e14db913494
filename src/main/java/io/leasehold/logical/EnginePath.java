package io.leasehold.logical;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A path of an engine: its shape, who may call it, what it understands and what it does. */
public interface EnginePath {
    /** What the path is; asked once at start-up. */
    Definition definition();

    /**
     * @param pattern the shape below the mount
     * @param guard what it demands of the caller
     * @param fields what it understands in the body or the query
     * @param operations what it does; {@code CREATE} falls back to {@code UPDATE}
     * @param help what {@code ?help=1} says
     */
    record Definition(
            PathPattern pattern,
            Guard guard,
            List<Field<?>> fields,
            Map<Operation, PathOperation> operations,
            String help) {
        /** Refuses a definition that leaves something unsaid. */
        public Definition {
            Objects.requireNonNull(guard, () -> "guard of " + pattern);
            fields = List.copyOf(fields);
            operations = Map.copyOf(operations);
        }

        /** Starts a definition. */
        public static Draft at(String pattern) {
            return new Draft(PathPattern.of(pattern), null, List.of(), Map.of());
        }
    }

    /** A definition under way; each step gives a new one. */
    record Draft(PathPattern pattern, Guard guard, List<Field<?>> fields, Map<Operation, PathOperation> operations) {
        /** Says who may call. */
        public Draft guardedBy(Guard newGuard) {
            return new Draft(pattern, newGuard, fields, operations);
        }

        /** Says what the path understands. */
        public Draft understands(Field<?>... newFields) {
            return new Draft(
                    pattern,
                    guard,
                    Stream.concat(fields.stream(), Stream.of(newFields)).toList(),
                    operations);
        }

        /** Adds what the path does for an operation. */
        public Draft on(Operation operation, PathOperation work) {
            Map<Operation, PathOperation> more = new java.util.EnumMap<>(Operation.class);
            more.putAll(operations);
            more.put(operation, work);
            return new Draft(pattern, guard, fields, more);
        }

        /** Finishes with the help text. */
        public Definition help(String text) {
            return new Definition(pattern, guard, fields, operations, text);
        }
    }
}
