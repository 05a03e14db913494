/**
 * The edge for programs: bytes in, bytes out. The only place that knows headers, JSON member names and the envelope.
 *
 * <p>Uses {@code pipeline} and {@code logical}, and the seal for the endpoints that have no envelope.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs">Vault HTTP API</a>
 */
package io.leasehold.http;
