package io.leasehold.aws.issuer;

import io.leasehold.aws.role.CredentialType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The issuer of each type. A type without one stops the server at start-up. */
@Singleton
public class CredentialIssuers {
    private final Map<CredentialType, CredentialIssuer> byType = new EnumMap<>(CredentialType.class);

    CredentialIssuers(@All List<CredentialIssuer> issuers) {
        issuers.forEach(issuer -> byType.put(issuer.type(), issuer));
        for (CredentialType type : CredentialType.values()) {
            if (!byType.containsKey(type)) {
                throw new IllegalStateException("no issuer for " + type.wireName());
            }
        }
    }

    /** The issuer of a type. */
    public CredentialIssuer of(CredentialType type) {
        return byType.get(type);
    }
}
