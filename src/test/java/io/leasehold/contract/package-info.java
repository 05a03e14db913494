/**
 * The server end to end, over HTTP, as its clients see it: the article, the AWS engine against the sandbox and other
 * AWSs, captured exchanges, and the OpenAPI document in both directions.
 *
 * <p>Test code only; it may use every package.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws">Vault AWS secrets engine (API)</a>
 */
package io.leasehold.contract;
