/**
 * Who asks: tokens, stored by keyed hash only, and the {@code auth/token} paths.
 *
 * <p>Uses {@code lease} (a token takes its leases along), {@code mount}, {@code barrier} and {@code logical}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token">/auth/token</a>
 */
package io.leasehold.token;
