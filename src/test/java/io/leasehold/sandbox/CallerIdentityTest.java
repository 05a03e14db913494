package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.ACCOUNT;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class CallerIdentityTest {

    private final SandboxFixture sandbox = new SandboxFixture();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static GetCallerIdentityResponse identity(StsAsyncClient sts) {
        return sts.getCallerIdentity().join();
    }

    @Test
    void anIamUserIsItsArnAndItsId() {
        // Given
        StsAsyncClient sts = sandbox.runnerSts();

        // When
        GetCallerIdentityResponse identity = identity(sts);

        // Then
        assertEquals("arn:aws:iam::" + ACCOUNT + ":user/VaultRunner", identity.arn());
        assertEquals(ACCOUNT, identity.account());
        assertTrue(identity.userId().matches("AIDA[A-Z2-7]{17}"), identity.userId());
    }

    @Test
    void theAccountRootIsTheAccount() {
        // When
        GetCallerIdentityResponse identity = identity(sandbox.sts(sandbox.root()));

        // Then
        assertEquals("arn:aws:iam::" + ACCOUNT + ":root", identity.arn());
        assertEquals(ACCOUNT, identity.userId());
    }

    @Test
    void aRoleSessionIsNamedAfterRoleAndSession() {
        // Given
        Credentials session = sandbox.assume(sandbox.runnerSts(), "ProdAppRW");

        // When
        GetCallerIdentityResponse identity = identity(sandbox.sts(credentials(session)));

        // Then
        assertEquals("arn:aws:sts::" + ACCOUNT + ":assumed-role/ProdAppRW/session", identity.arn());
        assertTrue(identity.userId().matches("AROA[A-Z2-7]{17}:session"), identity.userId());
    }

    @Test
    void aFederatedUserIsNamedAfterItself() {
        // Given
        Credentials session = sandbox.runnerSts()
                .getFederationToken(r -> r.name("alice"))
                .join()
                .credentials();

        // When
        GetCallerIdentityResponse identity = identity(sandbox.sts(credentials(session)));

        // Then
        assertEquals("arn:aws:sts::" + ACCOUNT + ":federated-user/alice", identity.arn());
        assertEquals(ACCOUNT + ":alice", identity.userId());
    }

    @Test
    void aSessionOfAUserIsTheUser() {
        // Given
        Credentials session = sandbox.runnerSts().getSessionToken().join().credentials();

        // When
        GetCallerIdentityResponse identity = identity(sandbox.sts(credentials(session)));

        // Then
        assertEquals("arn:aws:iam::" + ACCOUNT + ":user/VaultRunner", identity.arn());
    }

    @Test
    void keysAndTokensLookLikeThoseOfAws() {
        // When
        Credentials session = sandbox.assume(sandbox.runnerSts(), "ProdAppRW");

        // Then
        assertTrue(session.accessKeyId().matches("ASIA[A-Z2-7]{16}"), session.accessKeyId());
        assertEquals(40, session.secretAccessKey().length());
        assertTrue(session.sessionToken().matches("IQoj[A-Za-z0-9+/=]{100,}"), session.sessionToken());
        assertTrue(sandbox.seeded.runnerKey().id().matches("AKIA[A-Z2-7]{16}"));
        assertEquals(40, sandbox.seeded.runnerKey().secret().length());
    }

    @Test
    void anAccessKeyIdTellsItsAccount() {
        // When
        String account = sandbox.adminSts()
                .getAccessKeyInfo(r -> r.accessKeyId(sandbox.seeded.runnerKey().id()))
                .join()
                .account();

        // Then
        assertEquals(ACCOUNT, account);
    }
}
