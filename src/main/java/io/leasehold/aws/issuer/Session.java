package io.leasehold.aws.issuer;

import io.leasehold.logical.Issuance;
import io.leasehold.logical.LeaseTerms;
import io.leasehold.logical.SecretString;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * A session that STS has begun.
 *
 * @param credentials as STS gave them
 * @param left until the session ends
 */
record Session(Credentials credentials, Duration left) {
    static Session of(Credentials credentials, Clock clock) {
        Duration left = Duration.between(clock.instant(), credentials.expiration());
        return new Session(credentials, left.isNegative() ? Duration.ZERO : left);
    }

    /** With the ARN of an assumed role. */
    AssumedRoleCredentials toAssumedRole(String arn) {
        SecretString token = token();
        return new AssumedRoleCredentials(
                credentials.accessKeyId(), secretKey(), token, token, arn, left.getSeconds(), expiration());
    }

    /** Without an ARN. */
    SessionCredentials toSession() {
        SecretString token = token();
        return new SessionCredentials(
                credentials.accessKeyId(), secretKey(), token, token, left.getSeconds(), expiration());
    }

    /** The answer, under a lease that ends with the session. */
    Issuance.Credentials leased(Object data, List<String> warnings) {
        return new Issuance.Credentials(data, LeaseTerms.fixed(left), warnings);
    }

    private SecretString secretKey() {
        return SecretString.of(credentials.secretAccessKey());
    }

    private SecretString token() {
        return SecretString.of(credentials.sessionToken());
    }

    private String expiration() {
        return DateTimeFormatter.ISO_INSTANT.format(credentials.expiration());
    }
}
