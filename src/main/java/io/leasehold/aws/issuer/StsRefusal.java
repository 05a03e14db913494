package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.issuer.SessionTtlRule.SessionTtl;
import io.leasehold.logical.VaultException;

/** How a refused federation token or session token is answered. */
final class StsRefusal {
    private static final String REFUSED = "Error generating STS keys: ";

    private StsRefusal() {}

    static VaultException explain(AwsRefusal refusal, SessionTtl ttl) {
        return refusal.toVault(REFUSED, TtlExplanation.ofFixedLimit(refusal, ttl.duration()));
    }
}
