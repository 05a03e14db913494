package io.leasehold.aws.template.golang;

import java.util.Map;

/**
 * One of the kinds of value that a template can hold, each with the Go type it stands for.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Pipelines">Go text/template: pipelines</a>
 */
public sealed interface GoValue {

    /** The name of the Go type, as {@code %T} prints it. */
    String typeName();

    /** Whether Go takes the value for true in a condition: not zero, not empty, not nil. */
    boolean isTrue();

    /** A Go {@code string}; its length counts UTF-8 bytes. */
    record Text(String value) implements GoValue {
        @Override
        public String typeName() {
            return "string";
        }

        @Override
        public boolean isTrue() {
            return !value.isEmpty();
        }
    }

    /** A whole number of any Go type. */
    sealed interface Integral extends GoValue {
        /** The number itself. */
        long number();

        @Override
        default boolean isTrue() {
            return number() != 0;
        }
    }

    /** A Go {@code int}, 64 bits. */
    record Whole(long number) implements Integral {
        @Override
        public String typeName() {
            return "int";
        }
    }

    /** A Go {@code uint8}, 0 to 255: what indexing a string gives. */
    record Octet(long number) implements Integral {
        @Override
        public String typeName() {
            return "uint8";
        }
    }

    /** A Go {@code float64}; never infinite, never NaN. */
    record Fraction(double number) implements GoValue {
        @Override
        public String typeName() {
            return "float64";
        }

        @Override
        public boolean isTrue() {
            return number != 0;
        }
    }

    /** A Go {@code bool}. */
    record Truth(boolean value) implements GoValue {
        @Override
        public String typeName() {
            return "bool";
        }

        @Override
        public boolean isTrue() {
            return value;
        }
    }

    /** Go's {@code nil}. */
    record Nil() implements GoValue {
        @Override
        public String typeName() {
            return "nil";
        }

        @Override
        public boolean isTrue() {
            return false;
        }
    }

    /** The data of the template: named strings, in the order of their declaration. */
    record Fields(Map<String, String> byName) implements GoValue {
        @Override
        public String typeName() {
            return "struct";
        }

        @Override
        public boolean isTrue() {
            return true;
        }
    }
}
