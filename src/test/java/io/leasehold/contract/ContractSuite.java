package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.lease.LeaseReaper;
import io.leasehold.pipeline.Initialisation;
import io.leasehold.testing.MutableClock;
import io.leasehold.token.TokenIssuer;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running server, a client with a root token, and an AWS of its own for each test. */
abstract class ContractSuite {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Inject
    Initialisation initialisation;

    @Inject
    TokenIssuer tokens;

    @Inject
    LeaseReaper reaper;

    @Inject
    Vertx vertx;

    @Inject
    MutableClock clock;

    Vault vault;
    AwsLab aws;

    @BeforeEach
    void openTheLab() {
        aws = AwsLab.open(vertx, clock);
        vault = new Vault(rootToken());
    }

    @AfterEach
    void closeTheLab() {
        aws.faults().clear();
        clock.reset();
        vault.send("POST", "sys/leases/revoke-force/aws");
        vault.delete("sys/mounts/aws");
        aws.close();
    }

    private String rootToken() {
        return initialisation
                .isDone()
                .chain(done -> done ? tokens.issueRoot(Optional.empty()) : initialisation.initialise(Optional.empty()))
                .await()
                .atMost(PATIENCE)
                .reveal();
    }

    /** Enables {@code aws/} and points it to the sandbox. */
    void enableAws() {
        enableAws(Map.of());
    }

    /** The same with more in {@code config/root}. */
    void enableAws(Map<String, ?> root) {
        vault.write("sys/mounts/aws", Map.of("type", "aws")).then().statusCode(204);
        configure(root);
    }

    void configure(Map<String, ?> root) {
        vault.write("aws/config/root", aws.root(root)).then().statusCode(204);
    }

    void role(String name, Map<String, ?> body) {
        assertTrue(vault.write("aws/roles/" + name, body).statusCode() < 300);
    }

    /** Credentials of a role, which must be given. */
    Response issue(String role) {
        Response answer = vault.read("aws/creds/" + role);
        answer.then().statusCode(200);
        return answer;
    }

    static Map<String, Object> data(Response answer) {
        return new HashMap<>(answer.jsonPath().<String, Object>getMap("data"));
    }

    static String leaseId(Response answer) {
        return answer.jsonPath().getString("lease_id");
    }

    /** Lets time pass for the server and for AWS. */
    void pass(Duration duration) {
        clock.advance(duration);
    }

    /** Lets the reaper work until something is so. */
    void reapUntil(BooleanSupplier fact) {
        eventually(() -> {
            reaper.reap().await().atMost(PATIENCE);
            return fact.getAsBoolean();
        });
    }

    /** Waits until something is so. */
    static void eventually(BooleanSupplier fact) {
        Uni.createFrom()
                .item(fact::getAsBoolean)
                .onItem()
                .delayIt()
                .by(BETWEEN_LOOKS)
                .repeat()
                .until(Boolean::booleanValue)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }
}
