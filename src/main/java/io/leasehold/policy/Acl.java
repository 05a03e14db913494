package io.leasehold.policy;

import io.leasehold.logical.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiled rules of a token. Exactly one rule decides a path: the exact one, else the longest prefix.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies#policy-syntax">Vault policy syntax</a>
 */
public final class Acl {
    private static final Map<String, List<PathRule>> BUILT_IN = Map.of("default", DefaultPolicy.RULES);
    private final boolean root;
    private final List<PathRule> rules;

    private Acl(boolean root, List<PathRule> rules) {
        this.root = root;
        this.rules = rules;
    }

    /** Compiles the rules of the named policies; a name without a policy grants nothing. */
    public static Acl of(List<String> policies) {
        List<PathRule> rules = policies.stream()
                .flatMap(name -> BUILT_IN.getOrDefault(name, List.of()).stream())
                .toList();
        return new Acl(policies.contains("root"), rules);
    }

    /** Whether there is a policy of this name. */
    public static boolean isKnown(String policy) {
        return policy.equals("root") || BUILT_IN.containsKey(policy);
    }

    /** Whether the operation is allowed on the path. Help is allowed to every valid token. */
    public boolean allows(Operation operation, String path) {
        return root || operation == Operation.HELP || grants(Capability.neededFor(operation), path);
    }

    /** Whether the path may be used although it demands {@code sudo}. */
    public boolean allowsSudo(String path) {
        return root || grants(Capability.SUDO, path);
    }

    /** Whether anything at all is allowed at or below a mount path. */
    public boolean reaches(String mountPath) {
        return root
                || rules.stream()
                        .anyMatch(rule -> rule.matches(mountPath) || rule.path().startsWith(mountPath));
    }

    private boolean grants(Capability capability, String path) {
        return ruleFor(path)
                .or(() -> path.endsWith("/") ? ruleFor(path.substring(0, path.length() - 1)) : Optional.empty())
                .map(rule -> rule.capabilities().contains(capability))
                .orElse(false);
    }

    private Optional<PathRule> ruleFor(String path) {
        return rules.stream()
                .filter(rule -> rule.matches(path))
                .max(Comparator.comparing(PathRule::isPrefix, Comparator.reverseOrder())
                        .thenComparing(rule -> rule.prefix().length()));
    }
}
