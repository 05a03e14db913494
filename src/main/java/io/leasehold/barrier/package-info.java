/**
 * The lock: what must not rest in clear is sealed here on its way to the database and opened on its way back.
 *
 * <p>The only place with a cipher. Uses {@code logical}; its repository uses the database.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/seal">Vault seal</a>
 */
package io.leasehold.barrier;
