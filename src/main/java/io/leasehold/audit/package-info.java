/**
 * On record: what was asked and what was answered, before and after the work, denials included.
 *
 * <p>Uses {@code logical}. Fails closed: with devices present, a request that none of them can write is refused.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/audit">Vault audit devices</a>
 */
package io.leasehold.audit;
