/**
 * The words of the wire: what a request, an answer, a path, a secrets engine, a lease term and an error are.
 *
 * <p>Pure Java and {@code Uni}; nothing of HTTP, the database or AWS. Every other package may use it; it uses none.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs">Vault HTTP API</a>
 */
package io.leasehold.logical;
