package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.GoValue;
import java.util.List;

/** Something that has a value; the offset says where it stands in the source. */
sealed interface Expression {
    /** The place in the source, for messages. */
    int offset();

    /** A literal. */
    record Constant(GoValue value, int offset) implements Expression {}

    /** A value that comes out of the pipe. */
    record Piped(GoValue value, int offset) implements Expression {}

    /** {@code .}: the data, or the value of the nearest {@code with}. */
    record Dot(int offset) implements Expression {}

    /** A variable, by its slot. */
    record Variable(int slot, int offset) implements Expression {}

    /** A field of the data. */
    record Field(Expression owner, String name, int offset) implements Expression {}

    /** A function with its arguments; a piped value, if there is one, comes as the last. */
    record Call(GoFunction function, List<Expression> arguments, int offset) implements Expression {}

    /** A pipeline in parentheses. */
    record Nested(Pipeline pipeline, int offset) implements Expression {}
}
