/**
 * For how long: leases, from the pending record that is stored before AWS is touched to the reaper that ends what is
 * due, and the {@code sys/leases} paths.
 *
 * <p>Uses {@code mount} and {@code logical}. Nothing of a lease is kept in memory.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/lease">Vault leases</a>
 */
package io.leasehold.lease;
