/**
 * The border to AWS: clients, endpoints, partitions, and what AWS's refusals mean. The only place that handles failures
 * of the SDK.
 *
 * <p>May use {@code logical} and the configuration and role records beside it; knows nothing of paths and issuers.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/home.html">AWS SDK for Java</a>
 */
package io.leasehold.aws.client;
