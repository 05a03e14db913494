package io.leasehold.sandbox.policy;

import static io.leasehold.sandbox.policy.PolicyGrammar.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one statement of a document of the given kind. */
final class StatementGrammar {

    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9*?]+");
    private static final Patterns EVERYTHING = new Patterns(List.of("*"), false);

    private final PolicyKind kind;

    StatementGrammar(PolicyKind kind) {
        this.kind = kind;
    }

    Statement read(JsonNode node) {
        if (!node.isObject()) {
            throw malformed("Syntax errors in policy.");
        }
        PolicyGrammar.requireKnown(node, ELEMENTS);
        if (node.has("Sid") && !SID.matcher(text(node.get("Sid"))).matches()) {
            throw malformed("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
                    + " expression [0-9A-Za-z]*");
        }
        return kind == PolicyKind.TRUST ? trust(node) : identity(node);
    }

    private Statement identity(JsonNode node) {
        if (node.has("Principal") || node.has("NotPrincipal")) {
            throw malformed("Policy document should not specify a principal.");
        }
        Patterns actions = patterns(node, "Action", "Policy statement must contain actions.");
        Patterns resources = patterns(node, "Resource", "Policy statement must contain resources.");
        resources.patterns().forEach(StatementGrammar::requireArn);
        return new Statement(allows(node), lowerCase(actions), resources, List.of(), conditions(node));
    }

    private Statement trust(JsonNode node) {
        if (node.has("Resource") || node.has("NotResource")) {
            throw malformed("Has prohibited field Resource");
        }
        Patterns actions = patterns(node, "Action", "Policy statement must contain actions.");
        if (!actions.patterns().stream()
                .allMatch(action -> action.toLowerCase(Locale.ROOT).startsWith("sts:"))) {
            throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
        }
        List<String> principals = PrincipalGrammar.read(node);
        return new Statement(allows(node), lowerCase(actions), EVERYTHING, principals, conditions(node));
    }

    private static boolean allows(JsonNode node) {
        return switch (node.path("Effect").asText()) {
            case "Allow" -> true;
            case "Deny" -> false;
            default ->
                throw malformed(
                        node.has("Effect")
                                ? "Invalid effect: " + node.get("Effect").asText()
                                : "Missing required field Effect");
        };
    }

    private static Patterns patterns(JsonNode node, String name, String absent) {
        boolean inverted = node.has("Not" + name);
        if (inverted == node.has(name)) {
            throw malformed(inverted ? "Syntax errors in policy." : absent);
        }
        List<String> values = texts(node.get(inverted ? "Not" + name : name));
        if (values.isEmpty()) {
            throw malformed(absent);
        }
        if (name.equals("Action")) {
            values.forEach(StatementGrammar::requireAction);
        }
        return new Patterns(values, inverted);
    }

    private static void requireAction(String action) {
        if (!action.equals("*") && !ACTION.matcher(action).matches()) {
            throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
    }

    private static void requireArn(String resource) {
        if (!resource.equals("*") && resource.split(":", 6).length < 6) {
            throw malformed("Resource " + resource + " must be in ARN format or \"*\".");
        }
    }

    private static List<Condition> conditions(JsonNode node) {
        return node.has("Condition") ? ConditionGrammar.read(node.get("Condition")) : List.of();
    }

    private static Patterns lowerCase(Patterns actions) {
        return new Patterns(
                actions.patterns().stream()
                        .map(action -> action.toLowerCase(Locale.ROOT))
                        .toList(),
                actions.inverted());
    }

    /** A string, or a list of strings; anything else is a syntax error. */
    static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            return List.of(text(node));
        }
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(text(item)));
        return texts;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw malformed("Syntax errors in policy.");
        }
        return node.asText();
    }
}
