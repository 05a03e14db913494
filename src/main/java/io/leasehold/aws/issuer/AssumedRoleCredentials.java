package io.leasehold.aws.issuer;

import io.leasehold.logical.SecretString;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the caller gets for an assumed role.
 *
 * @param accessKey access key id
 * @param secretKey secret access key
 * @param securityToken session token under its old name
 * @param sessionToken session token
 * @param arn of the session
 * @param ttl whole seconds left, rounded down
 * @param expiration RFC 3339, UTC
 */
@RegisterForReflection
public record AssumedRoleCredentials(
        String accessKey,
        SecretString secretKey,
        SecretString securityToken,
        SecretString sessionToken,
        String arn,
        long ttl,
        String expiration) {}
