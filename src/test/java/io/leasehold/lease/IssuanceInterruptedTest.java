package io.leasehold.lease;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.testing.Eventually;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.MutableClock;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to an account when something comes between the request and the answer. */
@QuarkusTest
@Tag("database")
class IssuanceInterruptedTest {
    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @Inject
    MutableClock clock;

    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private MemoryMount memory;

    @BeforeEach
    void mount() {
        memory = MemoryMount.enable(vault, engine);
        memory.world().holdCreationUntil(gate);
    }

    @AfterEach
    void unmount() {
        gate.complete(null);
        clock.reset();
        memory.close();
    }

    @Test
    void aClientThatGoesAwayLeavesAnAccountUnderLease() throws IOException {
        // Given
        try (Socket socket = new Socket("127.0.0.1", vault.port())) {
            String request = "GET /v1/" + memory.path("creds/deploy") + " HTTP/1.1\r\nHost: x\r\nX-Vault-Token: "
                    + vault.rootToken() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Eventually.is("the creation has begun", () -> memory.world().begun() == 1);
        }

        // When
        gate.complete(null);

        // Then
        Eventually.is("the account is there", () -> memory.world().accounts().size() == 1);
        Eventually.holds(this::requireOneActiveLease);
        vault.root().write("sys/leases/revoke-prefix/" + memory.path()).expect(204);
        assertEquals(Set.of(), memory.world().accounts());
    }

    @Test
    void aPendingLeaseIsNoLeaseYet() {
        // Given
        CompletableFuture<VaultAnswer> answer = begin(vault.root());

        // When
        String pending = memory.path("creds/deploy/") + onlyKey();

        // Then
        vault.root().write("sys/leases/lookup", body("lease_id", pending)).expect(400, "invalid lease");
        vault.root().write("sys/leases/renew", body("lease_id", pending)).expect(400, "lease not found");
        gate.complete(null);
        assertEquals(pending, answer.join().expect(200).leaseId());
        vault.root().write("sys/leases/lookup", body("lease_id", pending)).expect(200);
    }

    @Test
    void anAccountWhoseTokenDiedMeanwhileIsNotGivenOutAndIsDeleted() {
        // Given
        String token = vault.root()
                .write("auth/token/create", body("policies", "root", "ttl", "1h"))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();
        CompletableFuture<VaultAnswer> answer = begin(vault.as(token));
        vault.as(token).write("auth/token/revoke-self").expect(204);

        // When
        gate.complete(null);

        // Then
        answer.join().expect(400, "the lease was revoked while its credentials were being issued");
        clock.advance(Duration.ofMinutes(10));
        Eventually.is("the account is gone", () -> memory.world().accounts().isEmpty());
    }

    @Test
    void anAccountThatNeverCameToBeIsGivenUpWhenItsTimeIsOver() {
        // Given
        begin(vault.root());
        assertTrue(onlyKey().length() == 24);

        // When
        clock.advance(Duration.ofMinutes(6));

        // Then
        Eventually.holds(
                () -> vault.root().list("sys/leases/lookup/" + memory.path()).expect(404));
    }

    private CompletableFuture<VaultAnswer> begin(VaultDriver.Session session) {
        CompletableFuture<VaultAnswer> answer =
                CompletableFuture.supplyAsync(() -> session.read(memory.path("creds/deploy")));
        Eventually.is("the creation has begun", () -> memory.world().begun() == 1);
        return answer;
    }

    private String onlyKey() {
        return vault.root()
                .list("sys/leases/lookup/" + memory.path("creds/deploy"))
                .expect(200)
                .keys()
                .get(0);
    }

    private void requireOneActiveLease() {
        String lease = memory.path("creds/deploy/") + onlyKey();
        vault.root().write("sys/leases/lookup", body("lease_id", lease)).expect(200);
    }
}
