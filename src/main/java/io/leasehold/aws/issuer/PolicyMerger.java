package io.leasehold.aws.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.logical.VaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes one session policy of the inline policies of groups and the role's own document. A session policy only ever
 * takes rights away, so merging never gives more than the role or user behind the session has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">AWS session
 *     policies</a>
 */
final class PolicyMerger {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PolicyMerger() {}

    /**
     * The statements of the groups, then those of the role; without groups the role's document as it is.
     *
     * @throws VaultException 400 when a document is not a JSON object
     */
    static String merge(List<String> groupDocuments, String roleDocument) {
        List<String> filled =
                groupDocuments.stream().filter(text -> !text.isBlank()).toList();
        if (filled.isEmpty()) {
            return roleDocument;
        }
        List<Object> statements = new ArrayList<>();
        Stream.concat(filled.stream(), Stream.of(roleDocument))
                .filter(text -> !text.isBlank())
                .forEach(text -> addStatements(text, statements));
        return write(statements);
    }

    private static void addStatements(String document, List<Object> statements) {
        JsonNode statement = read(document).path("Statement");
        if (statement.isArray()) {
            statement.forEach(one -> statements.add(sorted(one)));
        } else if (statement.isObject()) {
            statements.add(sorted(statement));
        }
    }

    private static Object sorted(JsonNode statement) {
        return JSON.convertValue(statement, Object.class);
    }

    private static ObjectNode read(String document) {
        try {
            if (JSON.readTree(document) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // falls through: where the text breaks off is no use to the caller
        }
        throw VaultException.invalid("cannot merge policies: a policy document is not a JSON object");
    }

    private static String write(List<Object> statements) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(Map.of("Version", "2012-10-17", "Statement", statements)));
        } catch (JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
