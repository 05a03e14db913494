/**
 * How credentials are given out and taken back: one issuer for each type, what its revoke must know, and the rules they
 * share for names, lengths of sessions and policies.
 *
 * <p>May use {@code logical} and the AWS engine's roles, configuration, templates and clients; knows nothing of paths.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/secrets/aws">Vault AWS secrets engine</a>
 */
package io.leasehold.aws.issuer;
