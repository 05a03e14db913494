package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that goes away while its credentials are being made: nothing of it may be forgotten. */
@QuarkusTest
@Tag("database")
class DisconnectTest extends ContractSuite {
    private static final Duration SLOW = Duration.ofMillis(400);

    @ParameterizedTest
    @ValueSource(strings = {"CreateUser", "PutUserPolicy", "CreateAccessKey"})
    void aUserWhoseCallerWentAwayHasALeaseOrIsGone(String slowStep) {
        // Given
        enableAws();
        role("u", Map.of("credential_type", "iam_user", "policy_document", CredentialTypesTest.KnownType.S3_GET));
        aws.faults().delay(slowStep, SLOW);

        // When
        askAndGoAway("aws/creds/u");
        Eventually.is("AWS was called", () -> aws.runnerKey().lastUse().isPresent());
        Eventually.is("the work has ended", () -> hasLeaseOfAReadyUser() || nothingIsLeft());

        // Then
        leases("u").forEach(lease -> revoke("aws/creds/u/" + lease).expect(204));
        assertEquals(List.of(), aws.issuedUsers());
        assertEquals(List.of(), leases("u"));
    }

    @Test
    void aSessionWhoseCallerWentAwayHasALeaseOrWasNeverMade() {
        // Given
        enableAws();
        role("s", Map.of("credential_type", "assumed_role", "role_arns", AwsLab.roleArn("ProdAppRW")));
        aws.faults().delay("AssumeRole", SLOW);

        // When
        askAndGoAway("aws/creds/s");

        // Then the server answers others, and a lease that came to be can be revoked
        issue("s");
        leases("s").forEach(lease -> revoke("aws/creds/s/" + lease).expect(204));
        assertEquals(List.of(), leases("s"));
    }

    private void askAndGoAway(String path) {
        try (Socket socket = new Socket("127.0.0.1", driver.port())) {
            String request =
                    "GET /v1/" + path + " HTTP/1.1\r\nHost: here\r\nX-Vault-Token: " + driver.rootToken() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            letPass(SLOW.dividedBy(2));
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void letPass(Duration moment) {
        Uni.createFrom().voidItem().onItem().delayIt().by(moment).await().indefinitely();
    }

    private boolean hasLeaseOfAReadyUser() {
        return !leases("u").isEmpty()
                && aws.issuedUsers().stream()
                        .allMatch(user -> !user.accessKeys().isEmpty());
    }

    private boolean nothingIsLeft() {
        return leases("u").isEmpty() && aws.issuedUsers().isEmpty();
    }
}
