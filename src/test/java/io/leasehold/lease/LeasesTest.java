package io.leasehold.lease;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.testing.InMemoryEngine;
import io.leasehold.testing.MemoryMount;
import io.leasehold.testing.MutableClock;
import io.leasehold.testing.VaultAnswer;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Birth, look-up, lists and renewal of leases. */
@QuarkusTest
@Tag("database")
class LeasesTest {
    @Inject
    VaultDriver vault;

    @Inject
    InMemoryEngine engine;

    @Inject
    MutableClock clock;

    private MemoryMount memory;

    @BeforeEach
    void mount() {
        memory = MemoryMount.enable(vault, engine, "max_lease_ttl", "10h", "default_lease_ttl", "2h");
    }

    @AfterEach
    void unmount() {
        clock.reset();
        memory.close();
    }

    @ParameterizedTest(name = "creds{0}: {1} s")
    @CsvSource({"'', 7200", "?ttl=90m, 5400", "?ttl=20h, 36000", "?ttl=5h&max_ttl=3h, 10800"})
    void aLeaseLastsAsLongAsEngineAndMountAllow(String query, long seconds) {
        // When
        VaultAnswer answer = vault.root().read(memory.path("creds/deploy" + query));

        // Then
        assertEquals(seconds, answer.expect(200).leaseDuration());
    }

    @Test
    void aLeaseThatWasCutIsIssuedWithAWarning() {
        // When
        VaultAnswer answer = vault.root().read(memory.path("creds/deploy?ttl=20h"));

        // Then
        assertEquals(
                List.of("TTL of \"20h\" exceeded the effective max_ttl of \"10h\"; TTL value is capped accordingly"),
                answer.warnings());
    }

    @Test
    void aWriteIssuesLikeARead() {
        // When
        VaultAnswer answer = vault.root().write(memory.path("creds/deploy"), body("ttl", "1h"));

        // Then
        assertEquals(3600, answer.expect(200).leaseDuration());
        assertTrue(answer.leaseId().startsWith(memory.path("creds/deploy/")));
    }

    @Test
    void aLookupTellsTheTimesOfALease() {
        // Given
        String lease = memory.issueAccount("?ttl=1h");

        // When
        JsonNode data = lookup(lease).expect(200).data();

        // Then
        assertEquals(lease, data.path("id").asText());
        assertTrue(data.path("renewable").asBoolean());
        assertTrue(data.path("last_renewal").isNull());
        assertTrue(data.path("ttl").asLong() > 3590 && data.path("ttl").asLong() <= 3600, data.toString());
        Instant issued = Instant.parse(data.path("issue_time").asText());
        assertEquals(
                issued.plusSeconds(3600), Instant.parse(data.path("expire_time").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/lease", "sys/mounts"})
    void anUnknownLeaseIsInvalid(String id) {
        // When
        VaultAnswer answer = lookup(id);

        // Then
        answer.expect(400, "invalid lease");
        renew(id, null).expect(400, "lease not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/lookup", "sys/leases/renew", "sys/leases/revoke", "sys/renew", "sys/revoke"})
    void aLeaseMustBeNamed(String path) {
        // When
        VaultAnswer answer = vault.root().write(path);

        // Then
        answer.expect(400, "lease_id must be specified");
    }

    @Test
    void leasesAreListedDirectoryByDirectory() {
        // Given
        String one = memory.issueAccount("");
        String two = memory.issueSession("");

        // When
        VaultAnswer top = vault.root().list("sys/leases/lookup/" + memory.path());

        // Then
        assertEquals(List.of("creds/", "sessions/"), top.expect(200).keys());
        assertEquals(
                List.of(one.substring(one.lastIndexOf('/') + 1)),
                vault.root()
                        .list("sys/leases/lookup/" + memory.path("creds/deploy/"))
                        .keys());
        assertEquals(
                List.of(two.substring(two.lastIndexOf('/') + 1)),
                vault.root()
                        .list("sys/leases/lookup/" + memory.path("sessions/deploy"))
                        .keys());
        assertTrue(vault.root()
                .list("sys/leases/lookup")
                .keys()
                .contains(memory.path().substring(0, memory.path().indexOf('/') + 1)));
        vault.root().list("sys/leases/lookup/" + memory.path("creds/dep")).expect(404, new String[0]);
        vault.root().read("sys/leases/lookup/" + memory.path()).expect(405);
    }

    @ParameterizedTest(name = "after {0}, increment {1}: {2} s")
    @CsvSource({
        "PT0S, , 3600",
        "PT0S, 0, 3600",
        "PT30M, , 3600",
        "PT30M, 60, 60",
        "PT30M, 7200, 7200",
        "PT30M, 2h, 7200",
        "PT50M, 9h, 32400"
    })
    void anIncrementCountsFromNowAndReplacesWhatIsLeft(Duration age, String increment, long seconds) {
        // Given
        String lease = memory.issueAccount("?ttl=1h");
        clock.advance(age);

        // When
        VaultAnswer answer = renew(lease, increment);

        // Then
        assertEquals(seconds, answer.expect(200).leaseDuration());
        assertEquals(lease, answer.leaseId());
        assertTrue(answer.json().path("renewable").asBoolean());
        assertTrue(answer.json().path("data").isNull());
        assertEquals(List.of(), answer.warnings());
        assertTrue(lookup(lease).data().path("last_renewal").isTextual());
    }

    @Test
    void aRenewalEndsAtTheMaximumCountedFromTheBirth() {
        // Given
        String lease = memory.issueAccount("?ttl=9h");
        clock.advance(Duration.ofHours(8));

        // When
        VaultAnswer answer = renew(lease, "5h");

        // Then
        assertTrue(answer.leaseDuration() > 7190 && answer.leaseDuration() <= 7200, answer.body());
        assertTrue(answer.warnings().get(0).startsWith("TTL of \"5h\" exceeded the effective max_ttl of \""));
        clock.advance(Duration.ofMinutes(119));
        assertTrue(renew(lease, null).expect(200).leaseDuration() <= 61);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1x"})
    void anIncrementThatIsNoDurationIsRefused(String increment) {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer answer = renew(lease, increment);

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith("Field validation failed: error converting input " + increment));
    }

    @Test
    void aSessionAnswersWithWhatIsLeftAndAWarning() {
        // Given
        String lease = memory.issueSession("?ttl=1h");
        clock.advance(Duration.ofMinutes(30));

        // When
        VaultAnswer answer = renew(lease, "5h");

        // Then
        assertTrue(answer.expect(200).leaseDuration() > 1790 && answer.leaseDuration() <= 1800, answer.body());
        assertEquals(false, answer.json().path("renewable").asBoolean(true));
        assertEquals(List.of("a session is not extended"), answer.warnings());
    }

    @Test
    void anEngineMayRefuseToRenew() {
        // Given
        vault.root()
                .write("sys/mounts/" + memory.path() + "/tune", body("options", body("renewal", "never")))
                .expect(204);
        String lease = memory.issueSession("");

        // When
        VaultAnswer answer = renew(lease, null);

        // Then
        answer.expect(400, "lease is not renewable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys/leases/renew", "sys/renew"})
    void theIdMayStandInBodyOrPathUnderOldAndNewNames(String path) {
        // Given
        String lease = memory.issueAccount("");

        // When
        VaultAnswer byPath = vault.root().write(path + "/" + lease);

        // Then
        assertEquals(lease, byPath.expect(200).leaseId());
        assertEquals(
                lease,
                vault.root()
                        .raw("POST", "/v1/" + path, "{\"lease_id\":\"" + lease + "\",\"increment\":\"60\"}")
                        .expect(200)
                        .leaseId());
        assertEquals(
                lease,
                vault.root()
                        .write(path + "/another/id", Map.of("lease_id", lease))
                        .expect(200)
                        .leaseId());
    }

    @Test
    void anExpiredLeaseIsNotRenewed() {
        // Given
        String lease = memory.issueAccount("?ttl=1h");
        memory.world().refuseDeletes("AWS is away");
        clock.advance(Duration.ofHours(2));

        // When
        VaultAnswer answer = renew(lease, null);

        // Then
        answer.expect(400, "lease expired");
        JsonNode data = lookup(lease).expect(200).data();
        assertTrue(data.path("ttl").asLong() < 0, data.toString());
        assertEquals(false, data.path("renewable").asBoolean(true));
        memory.world().allowDeletes();
    }

    @Test
    void aRefusedCreationLeavesNoLease() {
        // Given
        memory.world().refuseCreation("AWS said no");

        // When
        VaultAnswer answer = vault.root().read(memory.path("creds/deploy"));

        // Then
        answer.expect(400, "AWS said no");
        vault.root().list("sys/leases/lookup/" + memory.path()).expect(404);
        assertEquals(0, memory.world().attempts());
    }

    private VaultAnswer lookup(String lease) {
        return vault.root().write("sys/leases/lookup", body("lease_id", lease));
    }

    private VaultAnswer renew(String lease, String increment) {
        Map<String, Object> body =
                increment == null ? body("lease_id", lease) : body("lease_id", lease, "increment", increment);
        return vault.root().write("sys/leases/renew", body);
    }
}
