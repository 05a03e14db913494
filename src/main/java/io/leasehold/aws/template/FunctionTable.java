package io.leasehold.aws.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions by their names; there are no others. */
final class FunctionTable {
    private static final Map<String, GoFunction> BY_NAME = Stream.of(
                    BuiltinFunctions.ALL, ComparisonFunctions.ALL, EscapeFunctions.ALL, VaultFunctions.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(GoFunction::name, Function.identity()));

    private FunctionTable() {}

    static Optional<GoFunction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
