package io.leasehold.mount;

import io.leasehold.logical.SecretsEngine;
import io.leasehold.logical.VaultException;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The secrets engines that this server has, by type. */
@Singleton
public class EngineCatalog {
    private static final Set<String> SINGLETONS = Set.of("system", "cubbyhole", "identity", "token");
    private final Map<String, SecretsEngine> engines;

    EngineCatalog(@All List<SecretsEngine> engines) {
        this.engines = engines.stream().collect(Collectors.toMap(SecretsEngine::type, Function.identity()));
    }

    /** The engine of a type, if there is one. */
    public Optional<SecretsEngine> find(String type) {
        return Optional.ofNullable(engines.get(type));
    }

    /**
     * The engine for a new mount.
     *
     * @throws VaultException 400 when the type cannot be mounted
     */
    SecretsEngine getForEnable(String type) {
        if (type.isEmpty()) {
            throw VaultException.invalid("backend type must be specified as a string");
        }
        if (SINGLETONS.contains(type)) {
            throw VaultException.invalid("mount type of \"" + type + "\" is not mountable");
        }
        return find(type).orElseThrow(() -> VaultException.invalid("plugin not found in the catalog: " + type));
    }
}
