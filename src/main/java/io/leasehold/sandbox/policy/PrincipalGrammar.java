package io.leasehold.sandbox.policy;

import static io.leasehold.sandbox.policy.PolicyGrammar.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Reads the principals of a trust policy; services and identity providers are accepted but never call the sandbox. */
final class PrincipalGrammar {

    private static final Set<String> KINDS = Set.of("AWS", "Service", "Federated");

    private PrincipalGrammar() {}

    static List<String> read(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            throw malformed("AssumeRole policy must not specify NotPrincipal.");
        }
        JsonNode principal = statement.path("Principal");
        if (principal.isTextual() && principal.asText().equals("*")) {
            return List.of("*");
        }
        if (!principal.isObject() || principal.isEmpty()) {
            throw malformed("Missing required field Principal");
        }
        PolicyGrammar.requireKnown(principal, KINDS);
        principal.forEach(StatementGrammar::texts);
        return principal.has("AWS") ? StatementGrammar.texts(principal.get("AWS")) : List.of();
    }
}
