package io.leasehold.aws.template;

import java.util.List;

/** One piece of a template's body, in the order of the source. */
sealed interface Node {
    /** Text that is copied. */
    record Text(String text) implements Node {}

    /** An action whose value is written, unless it only sets a variable. */
    record Output(Pipeline pipeline) implements Node {}

    /** {@code if}: the first branch whose condition is true, or else the last body. */
    record If(List<Branch> branches, List<Node> otherwise) implements Node {}

    /** {@code with}: as {@code if}, and the value of the condition becomes the dot of the branch. */
    record With(List<Branch> branches, List<Node> otherwise) implements Node {}

    /** A condition and what it guards. */
    record Branch(Pipeline condition, List<Node> body) {}
}
