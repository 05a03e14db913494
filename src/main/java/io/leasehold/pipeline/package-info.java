/**
 * The one road: every request, from the API or from a page, is authenticated, allowed, recorded, routed and run here.
 *
 * <p>Uses the features below it; knows no AWS name. Engines are found by type.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/internals/architecture">Vault architecture</a>
 */
package io.leasehold.pipeline;
