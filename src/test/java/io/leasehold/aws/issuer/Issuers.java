package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsClients;
import java.security.SecureRandom;
import java.time.Clock;

/** The issuers as the server wires them, without the database. */
final class Issuers {
    private static final Clock CLOCK = Clock.systemUTC();
    static final IssuedNames NAMES = new IssuedNames(CLOCK, new SecureRandom());

    private Issuers() {}

    static AssumedRoleIssuer assumedRole(AwsClients clients) {
        return new AssumedRoleIssuer(clients, NAMES, CLOCK);
    }

    static FederationTokenIssuer federationToken(AwsClients clients) {
        return new FederationTokenIssuer(clients, NAMES, CLOCK);
    }

    static SessionTokenIssuer sessionToken(AwsClients clients) {
        return new SessionTokenIssuer(clients, CLOCK);
    }

    static IamUserIssuer iamUser(AwsClients clients) {
        return new IamUserIssuer(clients, null, NAMES);
    }
}
