/**
 * Configuration of the AWS engine: the root configuration with the engine's own keys, and the lease times of IAM users.
 *
 * <p>May use {@code logical} and {@code barrier}; knows nothing of paths, issuers or the AWS SDK.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-root-iam-credentials">Vault API</a>
 */
package io.leasehold.aws.config;
