package io.leasehold.sandbox.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads policy documents as strictly as AWS does: valid JSON is not enough, unknown elements are refused.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
 */
public final class PolicyGrammar {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    private PolicyGrammar() {}

    /** Reads a document for its use; {@code MalformedPolicyDocument} says what is wrong. */
    public static PolicyDocument parse(String text, PolicyKind kind) {
        JsonNode root = read(text);
        requireKnown(root, ELEMENTS);
        JsonNode version = root.path("Version");
        if (!version.isMissingNode() && !VERSIONS.contains(version.asText())) {
            throw malformed("The policy document has an unsupported Version: " + version.asText());
        }
        JsonNode statements = root.path("Statement");
        if (!statements.isObject() && (!statements.isArray() || statements.isEmpty())) {
            throw malformed("Syntax errors in policy.");
        }
        return new PolicyDocument(statements(statements, new StatementGrammar(kind)));
    }

    static AwsException malformed(String message) {
        return AwsError.MALFORMED_POLICY_DOCUMENT.with(message);
    }

    static void requireKnown(JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw malformed("Syntax errors in policy.");
            }
        });
    }

    private static List<Statement> statements(JsonNode nodes, StatementGrammar grammar) {
        List<Statement> statements = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : nodes.isObject() ? List.of(nodes) : nodes) {
            statements.add(grammar.read(node));
            if (node.has("Sid")
                    && !node.get("Sid").asText().isEmpty()
                    && !ids.add(node.get("Sid").asText())) {
                throw malformed("Statement IDs (SID) in a single policy must be unique.");
            }
        }
        return statements;
    }

    private static JsonNode read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw malformed("This policy contains invalid Json");
        }
        throw malformed("Syntax errors in policy.");
    }
}
