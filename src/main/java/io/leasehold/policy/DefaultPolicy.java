package io.leasehold.policy;

import java.util.List;
import java.util.Set;

/**
 * What every token may do unless it was made without the policy {@code default}: look at itself, keep itself alive, end
 * itself, and look at or renew a lease whose id it knows.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies#default-policy">Vault default policy</a>
 */
final class DefaultPolicy {
    static final List<PathRule> RULES = List.of(
            new PathRule("auth/token/lookup-self", Set.of(Capability.READ)),
            new PathRule("auth/token/renew-self", Set.of(Capability.UPDATE)),
            new PathRule("auth/token/revoke-self", Set.of(Capability.UPDATE)),
            new PathRule("sys/renew", Set.of(Capability.UPDATE)),
            new PathRule("sys/leases/renew", Set.of(Capability.UPDATE)),
            new PathRule("sys/leases/lookup", Set.of(Capability.UPDATE)));

    private DefaultPolicy() {}
}
