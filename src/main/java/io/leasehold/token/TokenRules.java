package io.leasehold.token;

import io.leasehold.logical.Caller;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which token a caller may make.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token#create-token">Create token</a>
 */
final class TokenRules {
    private TokenRules() {}

    /** The policies of the new token: lower case, sorted, each once; {@code root} stands alone. */
    static List<String> policies(TokenRequest request, Caller parent, boolean privileged) {
        List<String> wanted = clean(request.policies());
        List<String> base = wanted.isEmpty() ? parent.policies() : wanted;
        if (!privileged && !parent.policies().containsAll(base)) {
            throw VaultException.invalid("child policies must be subset of parent");
        }
        if (base.contains("root")) {
            return requireRootParent(parent);
        }
        boolean addDefault = !request.withoutDefaultPolicy()
                && (privileged || wanted.isEmpty() || parent.policies().contains("default"));
        Stream<String> all = Stream.concat(
                request.withoutDefaultPolicy() ? without(base, "default").stream() : base.stream(),
                addDefault ? Stream.of("default") : Stream.empty());
        return all.distinct().sorted().toList();
    }

    private static List<String> requireRootParent(Caller parent) {
        if (!parent.isRoot()) {
            throw VaultException.invalid("root tokens may not be created without parent token being root");
        }
        return List.of("root");
    }

    private static List<String> clean(List<String> names) {
        return names.stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> without(List<String> names, String name) {
        return names.stream().filter(other -> !other.equals(name)).toList();
    }

    /**
     * Refuses wishes that need {@code sudo}, and kinds of tokens that are not offered.
     *
     * @throws VaultException 400 with Vault's text
     */
    static void requireAllowed(TokenRequest request, FieldValues values, boolean privileged) {
        if (request.policies().contains("response-wrapping")) {
            throw VaultException.invalid("cannot assign policy \"response-wrapping\"");
        }
        if (!values.getOr(TokenRequest.ENTITY_ALIAS, "").isEmpty()) {
            throw VaultException.invalid("'entity_alias' is only allowed in combination with token role");
        }
        if (!privileged && request.parentless()) {
            throw VaultException.invalid("root or sudo privileges required to create orphan token");
        }
        if (!privileged && !request.period().isZero()) {
            throw VaultException.invalid("root or sudo privileges required to create periodic token");
        }
        TokenRequest.chosenId(values).ifPresent(id -> requireFreeId(id, privileged));
        requireServiceType(values.getOr(TokenRequest.TYPE, ""));
    }

    private static void requireFreeId(String id, boolean privileged) {
        if (!privileged) {
            throw VaultException.invalid("root or sudo privileges required to specify token id");
        }
        if (id.startsWith("hvs.") || id.startsWith("s.")) {
            String prefix = id.startsWith("hvs.") ? "hvs." : "s.";
            throw VaultException.invalid("custom token ID cannot have the '" + prefix + "' prefix");
        }
        if (id.contains(".")) {
            throw VaultException.invalid("custom token ID cannot have a '.' in the value");
        }
    }

    private static void requireServiceType(String type) {
        if (type.equals("batch")) {
            throw VaultException.invalid("batch tokens are not offered by this version of Leasehold");
        }
        if (!type.isEmpty() && !type.equals("service")) {
            throw VaultException.invalid("invalid 'token_type' value");
        }
    }
}
