/**
 * Roles of the AWS engine: what a role is, which of its fields go together, what the fields of old times mean, and where
 * roles rest.
 *
 * <p>May use {@code logical}; knows nothing of paths, issuers or the AWS SDK.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#create-update-role">Vault API</a>
 */
package io.leasehold.aws.role;
