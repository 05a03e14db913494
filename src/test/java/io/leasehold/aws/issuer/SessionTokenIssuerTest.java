package io.leasehold.aws.issuer;

import static io.leasehold.aws.client.SandboxMount.nothing;
import static io.leasehold.aws.client.SandboxMount.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.client.SandboxMount;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.RoleDraft;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.VaultException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTokenIssuerTest {
    private static final String DEVICE = "arn:aws:iam::" + SandboxMount.ACCOUNT + ":mfa/VaultRunner";

    private final SandboxMount mount = new SandboxMount();
    private final SessionTokenIssuer issuer = Issuers.sessionToken(mount.clients);

    @AfterEach
    void stop() {
        mount.close();
    }

    @Test
    void aSessionOfTheEnginesOwnUserIsGiven() {
        // Given
        Issuance issuance = issuer.prepare(mount.request(new RoleDraft("session_token").role(), nothing()));

        // When
        Issuance.Credentials credentials = run(issuance);

        // Then
        SessionCredentials data = assertInstanceOf(SessionCredentials.class, credentials.data());
        assertTrue(data.accessKey().startsWith("ASIA"));
        assertEquals(data.securityToken(), data.sessionToken());
        assertEquals(Map.of(), issuance.undo().facts());
    }

    @Test
    void theCodeOfTheDeviceOpensASession() {
        // Given
        AwsRole role = new RoleDraft("session_token").mfaSerialNumber(DEVICE).role();
        String code = mount.account()
                .mfaDevices()
                .get(DEVICE)
                .codeAt(mount.seeded.aws().clock().instant());
        IssueRequest request = mount.request(role, new IssueRequest.Wish(Optional.empty(), "", "", code));

        // When
        Issuance.Credentials credentials = run(issuer.prepare(request));

        // Then
        assertInstanceOf(SessionCredentials.class, credentials.data());
    }

    @Test
    void aWrongCodeOfTheDeviceIsRefused() {
        // Given
        AwsRole role = new RoleDraft("session_token").mfaSerialNumber(DEVICE).role();
        IssueRequest request = mount.request(role, new IssueRequest.Wish(Optional.empty(), "", "", "000000"));

        // When
        VaultException refusal = assertThrows(VaultException.class, () -> run(issuer.prepare(request)));

        // Then
        assertTrue(
                refusal.firstMessage().startsWith("Error generating STS keys: AccessDenied: MultiFactorAuthentication"),
                refusal.firstMessage());
    }
}
