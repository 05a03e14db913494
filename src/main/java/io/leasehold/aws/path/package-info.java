/**
 * The paths of the AWS engine, one class each: what a path understands, and the one operation that it calls. Two more,
 * {@code static-roles/{name}} and {@code static-creds/{name}}, have their place here.
 *
 * <p>May use {@code logical} and the rest of the engine; nothing uses it but CDI.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws">Vault API</a>
 */
package io.leasehold.aws.path;
