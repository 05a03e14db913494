/**
 * The AWS secrets engine: roles, and credentials of four types given out under lease.
 *
 * <p>Reads from the top: {@code path} takes requests, {@code issuer} gives out and takes back, {@code client} speaks to
 * AWS, {@code role}, {@code config} and {@code template} hold what is written. Uses {@code logical} and {@code barrier}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/aws">Vault AWS secrets engine</a>
 */
package io.leasehold.aws;
