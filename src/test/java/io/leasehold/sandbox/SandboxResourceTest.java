package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.credentials;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.sts.StsAsyncClient;

@QuarkusTest
@TestProfile(SandboxResourceTest.SwitchedOn.class)
class SandboxResourceTest {

    @TestHTTPResource("/")
    URI endpoint;

    @Inject
    SeededSandbox seeded;

    @AfterEach
    void clear() {
        seeded.aws().faults().clear();
    }

    private StsAsyncClient sts() {
        return SandboxFixture.stsAt(endpoint, credentials(seeded.runnerKey()));
    }

    private IamAsyncClient iam() {
        return SandboxFixture.iamAt(endpoint, credentials(seeded.runnerKey()));
    }

    @Test
    void theSandboxAnswersAtTheRootOfTheServersOwnPort() {
        // When
        String arn = sts().getCallerIdentity().join().arn();

        // Then
        assertEquals("arn:aws:iam::111122223333:user/VaultRunner", arn);
    }

    @Test
    void theKeyOfTheConfigurationIsTheRunners() {
        // When
        String id = seeded.runnerKey().id();

        // Then
        assertEquals("AKIASANDBOXEXAMPLE22", id);
    }

    @Test
    void refusalsKeepTheirCodeAndRequestId() {
        // When
        var refusal = SandboxFixture.refusal(iam().getUser(r -> r.userName("nobody")));

        // Then
        assertEquals("NoSuchEntity", refusal.awsErrorDetails().errorCode());
        assertEquals(404, refusal.statusCode());
        assertEquals(36, refusal.requestId().length());
    }

    @Test
    void bodiesOfAnyContentTypeAreReadAsTheyCame() {
        // When
        var response =
                given().contentType("text/plain").body("Action=X&Version=1").post(endpoint);

        // Then
        assertEquals(400, response.statusCode());
        assertTrue(response.body().asString().contains("<Code>InvalidAction</Code>"));
    }

    @Test
    void aDelayedAnswerComesLate() {
        // Given
        seeded.aws().faults().delay("GetCallerIdentity", Duration.ofMillis(300));

        // When
        long start = System.nanoTime();
        sts().getCallerIdentity().join();

        // Then
        assertTrue(System.nanoTime() - start >= 300_000_000L);
    }

    @Test
    void aDroppedCallBreaksTheConnection() {
        // Given
        seeded.aws().faults().dropNext("GetCallerIdentity", 1);

        // When
        var call = sts().getCallerIdentity();

        // Then
        Throwable cause = assertThrows(CompletionException.class, call::join).getCause();
        assertFalse(cause instanceof AwsServiceException, cause.toString());
    }

    /** The sandbox on, with a key of ours. */
    public static final class SwitchedOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "leasehold.sandbox.enabled", "true",
                    "leasehold.sandbox.access-key-id", "AKIASANDBOXEXAMPLE22",
                    "leasehold.sandbox.secret-access-key", "sandboxSecretsandboxSecretsandboxSecret0");
        }
    }
}
