package io.leasehold.aws.issuer;

import io.leasehold.logical.SecretString;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the caller gets for a federation token or a session token.
 *
 * @param accessKey access key id
 * @param secretKey secret access key
 * @param securityToken session token under its old name
 * @param sessionToken session token
 * @param ttl whole seconds left, rounded down
 * @param expiration RFC 3339, UTC
 */
@RegisterForReflection
public record SessionCredentials(
        String accessKey,
        SecretString secretKey,
        SecretString securityToken,
        SecretString sessionToken,
        long ttl,
        String expiration) {}
