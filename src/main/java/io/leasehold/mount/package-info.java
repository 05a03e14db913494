/**
 * Where engines are reachable: the mount table, its limits and the {@code sys/mounts} paths.
 *
 * <p>Uses {@code logical}. Leases are revoked before a mount goes through {@link io.leasehold.mount.BeforeUnmount},
 * which the lease package implements.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/system/mounts">/sys/mounts</a>
 */
package io.leasehold.mount;
