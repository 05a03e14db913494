package io.leasehold.sandbox.policy;

import static io.leasehold.sandbox.policy.PolicyGrammar.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sandbox.policy.Condition.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the condition block of a statement. */
final class ConditionGrammar {

    private static final String IF_EXISTS = "IfExists";

    private ConditionGrammar() {}

    static List<Condition> read(JsonNode block) {
        if (!block.isObject()) {
            throw malformed("Syntax errors in policy.");
        }
        List<Condition> conditions = new ArrayList<>();
        for (var operator : block.properties()) {
            for (var key : operator.getValue().properties()) {
                conditions.add(condition(operator.getKey(), key.getKey(), key.getValue()));
            }
        }
        return conditions;
    }

    private static Condition condition(String name, String key, JsonNode values) {
        Quantifier quantifier = quantifier(name);
        String bare = quantifier == Quantifier.NONE ? name : name.substring(name.indexOf(':') + 1);
        boolean ifExists = bare.endsWith(IF_EXISTS);
        String plain = ifExists ? bare.substring(0, bare.length() - IF_EXISTS.length()) : bare;
        ConditionOperator operator =
                ConditionOperator.named(plain).orElseThrow(() -> malformed("Invalid Condition type : " + name + "."));
        return new Condition(operator, quantifier, ifExists, key.toLowerCase(Locale.ROOT), scalars(values));
    }

    private static Quantifier quantifier(String name) {
        if (name.startsWith("ForAllValues:")) {
            return Quantifier.FOR_ALL_VALUES;
        }
        return name.startsWith("ForAnyValue:") ? Quantifier.FOR_ANY_VALUE : Quantifier.NONE;
    }

    /** Numbers and booleans may stand without quotes here, unlike elsewhere in a policy. */
    private static List<String> scalars(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values.isArray() ? values : List.of(values)) {
            if (!value.isValueNode() || value.isNull()) {
                throw malformed("Syntax errors in policy.");
            }
            texts.add(value.asText());
        }
        return texts;
    }
}
