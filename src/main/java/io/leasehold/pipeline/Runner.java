package io.leasehold.pipeline;

import io.leasehold.lease.LeaseIssuer;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs what a request leads to, under a lease where something is issued. */
@Singleton
class Runner {
    private final LeaseIssuer leases;

    Runner(LeaseIssuer leases) {
        this.leases = leases;
    }

    Uni<Outcome> run(Decided decided) {
        return Uni.createFrom().deferred(() -> answer(decided)).map(response -> outcome(decided.exchange(), response));
    }

    private Uni<LogicalResponse> answer(Decided decided) {
        decided.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        Exchange exchange = decided.exchange();
        if (exchange.route() instanceof Route.Found found) {
            return run(exchange, found);
        }
        if (exchange.route() instanceof Route.Help help) {
            return Uni.createFrom().item(new LogicalResponse.Raw(new HelpText(help.text(), null)));
        }
        throw ((Route.Nowhere) exchange.route()).answer();
    }

    private Uni<LogicalResponse> run(Exchange exchange, Route.Found found) {
        PathRequest request = toPathRequest(exchange, found);
        return found.operation()
                .handle(request)
                .chain(response -> lease(request, response))
                .map(response -> warn(response, request, found))
                .invoke(response ->
                        requireSomething(response, exchange.request().operation()));
    }

    private static PathRequest toPathRequest(Exchange exchange, Route.Found found) {
        Map<String, Object> data = new HashMap<>(exchange.request().data());
        data.keySet().removeAll(found.captures().keySet());
        FieldValues values = FieldValues.read(found.definition().fields(), data);
        MountPoint mount = exchange.mount().orElseThrow();
        return new PathRequest(exchange.request(), mount, found.path(), found.captures(), values, exchange.caller());
    }

    private Uni<LogicalResponse> lease(PathRequest request, LogicalResponse response) {
        return response instanceof LogicalResponse.Issue issue
                ? leases.issue(request, issue.issuance()).map(leased -> leased.withWarnings(issue.warnings()))
                : Uni.createFrom().item(response);
    }

    private static LogicalResponse warn(LogicalResponse response, PathRequest request, Route.Found found) {
        boolean silent =
                response instanceof LogicalResponse.Empty && response.warnings().isEmpty();
        return silent ? response : response.withWarnings(warnings(request, found));
    }

    private static List<String> warnings(PathRequest request, Route.Found found) {
        Set<String> replaced = new TreeSet<>(found.captures().keySet());
        replaced.retainAll(request.request().data().keySet());
        List<String> ignored = request.values().ignored();
        return List.of(
                        warning("Endpoint ignored these unrecognized parameters: ", ignored),
                        warning(
                                "Endpoint replaced the value of these parameters with the values captured from the "
                                        + "endpoint's path: ",
                                List.copyOf(replaced)))
                .stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String warning(String text, List<String> names) {
        return names.isEmpty() ? "" : text + names.stream().sorted().collect(Collectors.joining(" ", "[", "]"));
    }

    private static void requireSomething(LogicalResponse response, Operation operation) {
        boolean nothingRead = operation == Operation.READ
                && response instanceof LogicalResponse.Empty
                && response.warnings().isEmpty();
        boolean noKeys =
                response instanceof LogicalResponse.Keys keys && keys.keys().isEmpty();
        if (nothingRead || noKeys) {
            throw VaultException.notFound();
        }
    }

    private static Outcome outcome(Exchange exchange, LogicalResponse response) {
        String type = exchange.mount().map(MountPoint::type).orElse("");
        return new Outcome(exchange.request(), exchange.caller(), type, response);
    }

    /** Body of a help answer. */
    private record HelpText(String help, Object seeAlso) {}
}
