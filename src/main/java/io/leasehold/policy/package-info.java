/**
 * What a token may do: policies compiled to an access control list. Pure functions.
 *
 * <p>Uses {@code logical} only. Deny is the default: what no rule grants is refused.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/policies">Vault policies</a>
 */
package io.leasehold.policy;
