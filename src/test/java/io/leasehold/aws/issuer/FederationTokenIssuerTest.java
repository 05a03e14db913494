package io.leasehold.aws.issuer;

import static io.leasehold.aws.client.SandboxMount.nothing;
import static io.leasehold.aws.client.SandboxMount.run;
import static io.leasehold.aws.client.SandboxMount.ttl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.client.SandboxMount;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FederationTokenIssuerTest {
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";
    private static final AwsRole ROLE =
            new RoleDraft("federation_token").policyDocument(DOCUMENT).role();

    private final SandboxMount mount = new SandboxMount();
    private final FederationTokenIssuer issuer = Issuers.federationToken(mount.clients);

    @AfterEach
    void stop() {
        mount.close();
    }

    @Test
    void aFederatedSessionIsGivenForAnHourUnderAShortName() {
        // Given
        Issuance issuance = issuer.prepare(mount.request(ROLE, nothing()));

        // When
        Issuance.Credentials credentials = run(issuance);

        // Then
        SessionCredentials data = assertInstanceOf(SessionCredentials.class, credentials.data());
        assertEquals(data.securityToken(), data.sessionToken());
        assertTrue(data.ttl() > 3590 && data.ttl() <= 3600, () -> "ttl " + data.ttl());
        String name = issuance.undo().facts().get("username");
        assertTrue(name.matches("vault-\\d{10}-[0-9A-Za-z]{15}"), name);
    }

    @Test
    void aGroupIsPolicyEnough() {
        // Given
        AwsRole role =
                new RoleDraft("federation_token").iamGroups("ReadOnlyGroup").role();

        // When
        Issuance.Credentials credentials = run(issuer.prepare(mount.request(role, nothing())));

        // Then
        assertInstanceOf(SessionCredentials.class, credentials.data());
    }

    @Test
    void withoutAnyPolicyItIsRefusedBeforeAwsIsAsked() {
        // Given
        mount.faults().throttleNext("GetFederationToken", 10);
        AwsRole role = new RoleDraft("federation_token").role();

        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> run(issuer.prepare(mount.request(role, nothing()))));

        // Then
        assertEquals(
                "must specify at least one of policy_arns or policy_document with federation_token credential_type",
                refusal.firstMessage());
    }

    @Test
    void aTtlAboveThirtySixHoursSaysSo() {
        // When
        VaultException refusal = assertThrows(
                VaultException.class, () -> run(issuer.prepare(mount.request(ROLE, ttl(Duration.ofHours(40))))));

        // Then
        assertTrue(
                refusal.firstMessage().startsWith("Error generating STS keys: ValidationError: "),
                refusal.firstMessage());
        assertTrue(
                refusal.firstMessage().contains("\nThe TTL of 144000 s (40h) is above 129600 s (36h)"),
                refusal.firstMessage());
    }
}
