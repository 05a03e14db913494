package io.leasehold.aws.issuer;

import io.leasehold.logical.SecretString;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the caller gets for an IAM user. Both token members are there and null, because clients look for one or the
 * other.
 *
 * @param accessKey access key id
 * @param secretKey secret access key
 * @param securityToken always null
 * @param sessionToken always null
 */
@RegisterForReflection
public record IamUserCredentials(
        String accessKey, SecretString secretKey, SecretString securityToken, SecretString sessionToken) {
    static IamUserCredentials of(String accessKey, SecretString secretKey) {
        return new IamUserCredentials(accessKey, secretKey, null, null);
    }
}
