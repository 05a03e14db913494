package io.leasehold.pipeline;

import io.leasehold.logical.Engine;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathOperation;
import io.leasehold.logical.VaultException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The paths of one engine, the more literal first. */
final class PathIndex {
    private static final Comparator<EnginePath.Definition> LITERAL_FIRST = Comparator.comparing(
                    (EnginePath.Definition definition) ->
                            definition.pattern().toString().contains("{"))
            .thenComparing(definition -> -definition.pattern().toString().length());
    private final Engine engine;
    private final List<EnginePath.Definition> definitions;

    PathIndex(Engine engine) {
        this.engine = engine;
        this.definitions = engine.paths().stream()
                .map(EnginePath::definition)
                .sorted(LITERAL_FIRST)
                .toList();
    }

    /** Where a request leads, given the path below the mount. */
    Route find(LogicalRequest request, String path) {
        if (request.operation() == Operation.HELP) {
            return help(path);
        }
        for (EnginePath.Definition definition : definitions) {
            Optional<Map<String, String>> captures = definition.pattern().match(path);
            if (captures.isPresent()) {
                return found(definition, request.operation(), path, captures.get());
            }
        }
        return new Route.Nowhere(VaultException.unsupportedPath());
    }

    private static Route found(
            EnginePath.Definition definition, Operation operation, String path, Map<String, String> captures) {
        PathOperation work = definition.operations().get(operation);
        if (work != null) {
            return new Route.Found(definition, work, path, captures);
        }
        return new Route.Nowhere(
                operation == Operation.LIST ? VaultException.unsupportedPath() : VaultException.unsupportedOperation());
    }

    private Route help(String path) {
        if (path.isEmpty()) {
            return new Route.Help(overview());
        }
        return definitions.stream()
                .filter(definition -> definition.pattern().match(path).isPresent())
                .findFirst()
                .<Route>map(definition -> new Route.Help(describe(definition)))
                .orElseGet(() -> new Route.Nowhere(VaultException.unsupportedPath()));
    }

    private String overview() {
        return definitions.stream()
                .sorted(Comparator.comparing(definition -> definition.pattern().toString()))
                .map(definition -> "    " + definition.pattern() + "\n        " + definition.help())
                .collect(Collectors.joining("\n\n", engine.help() + "\n\nPaths below this mount:\n\n", "\n"));
    }

    private static String describe(EnginePath.Definition definition) {
        String operations = definition.operations().keySet().stream()
                .map(Operation::wireName)
                .sorted()
                .collect(Collectors.joining(", "));
        String fields = definition.fields().stream()
                .map(field -> "    " + field.name() + "\n        " + field.description())
                .collect(Collectors.joining("\n"));
        return definition.pattern() + "\n\n" + definition.help() + "\n\nOperations: " + operations
                + (fields.isEmpty() ? "\n" : "\n\nParameters:\n\n" + fields + "\n");
    }
}
