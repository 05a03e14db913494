package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.lease.LeaseReaper;
import io.leasehold.testing.Eventually;
import io.leasehold.testing.MutableClock;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.core.SdkGlobalTime;

/** A running server, a caller with a root token, and an AWS of its own for each test. */
abstract class ContractSuite {
    static final long A_MOMENT = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    VaultDriver driver;

    @Inject
    LeaseReaper reaper;

    @Inject
    Vertx vertx;

    @Inject
    MutableClock clock;

    VaultDriver.Session vault;
    AwsLab aws;

    @BeforeEach
    void openTheLab() {
        aws = AwsLab.open(vertx, clock);
        vault = driver.root();
    }

    @AfterEach
    void closeTheLab() {
        aws.faults().clear();
        clock.reset();
        forgetSkew();
        vault.write("sys/leases/revoke-force/aws").expect(204);
        vault.delete("sys/mounts/aws").expect(204);
        aws.close();
    }

    /** What one of Amazon's clients has learned of a wrong clock, all later ones believe. */
    private static void forgetSkew() {
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    /** Enables {@code aws/} and points it to the sandbox. */
    void enableAws() {
        enableAws(Map.of());
    }

    /** The same with more in {@code config/root}. */
    void enableAws(Map<String, ?> root) {
        vault.write("sys/mounts/aws", Map.of("type", "aws")).expect(204);
        configure(root);
    }

    void configure(Map<String, ?> root) {
        vault.write("aws/config/root", aws.root(root)).expect(204);
    }

    VaultAnswer role(String name, Map<String, ?> body) {
        VaultAnswer answer = vault.write("aws/roles/" + name, body);
        assertTrue(answer.status() < 300, answer.body());
        return answer;
    }

    /** Credentials of a role, which must be given. */
    VaultAnswer issue(String role) {
        return vault.read("aws/creds/" + role).expect(200);
    }

    /** The answer to a wish for credentials with one parameter. */
    VaultAnswer ask(String role, String parameter, String value) {
        return vault.read(
                "aws/creds/" + role + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    VaultAnswer renew(String leaseId) {
        return vault.write("sys/leases/renew", Map.of("lease_id", leaseId));
    }

    VaultAnswer renew(String leaseId, Object increment) {
        return vault.write("sys/leases/renew", Map.of("lease_id", leaseId, "increment", increment));
    }

    VaultAnswer revoke(String leaseId) {
        return vault.write("sys/leases/revoke", Map.of("lease_id", leaseId));
    }

    VaultAnswer lookup(String leaseId) {
        return vault.write("sys/leases/lookup", Map.of("lease_id", leaseId));
    }

    /** The random parts of a role's lease ids. */
    List<String> leases(String role) {
        return vault.list("sys/leases/lookup/aws/creds/" + role).keys();
    }

    /** Lets time pass for the server and for AWS. */
    void pass(Duration duration) {
        clock.advance(duration);
    }

    /** Lets the reaper have one look. */
    void reap() {
        reaper.reap().await().atMost(PATIENCE);
    }

    /** Lets the reaper work until something is so. */
    void reapUntil(String fact, Supplier<Boolean> holds) {
        Eventually.is(fact, () -> {
            reap();
            return holds.get();
        });
    }

    boolean isGone(String leaseId) {
        return lookup(leaseId).status() == 400;
    }

    static String text(VaultAnswer answer, String member) {
        return answer.data().path(member).asText();
    }
}
