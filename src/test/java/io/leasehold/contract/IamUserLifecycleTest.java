package io.leasehold.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.testing.Eventually;
import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the pending lease to the last trace of a user at AWS, whatever fails in between. */
@QuarkusTest
@Tag("database")
class IamUserLifecycleTest extends ContractSuite {
    private static final Duration LONGER_THAN_ANY_BACKOFF = Duration.ofMinutes(30);
    private static final String REVOKE_FAILED = "failed to revoke entry: resp: (*logical.Response)(nil) err: ";

    @BeforeEach
    void roles() {
        enableAws(Map.of("max_retries", 0));
        vault.write("aws/config/lease", Map.of("lease", "24h", "lease_max", "48h"))
                .expect(204);
        role(
                "u",
                Map.of(
                        "credential_type", "iam_user",
                        "policy_arns", "arn:aws:iam::aws:policy/ReadOnlyAccess",
                        "policy_document", CredentialTypesTest.KnownType.S3_GET,
                        "iam_groups", "ReadOnlyGroup",
                        "iam_tags", Map.of("owner", "payments")));
    }

    @Test
    void theLeaseIsOnRecordBeforeAwsIsAsked() {
        // Given
        aws.faults().delay("CreateUser", Duration.ofSeconds(2));

        // When
        CompletableFuture<VaultAnswer> issue = CompletableFuture.supplyAsync(() -> vault.read("aws/creds/u"));

        // Then
        Eventually.is("the lease is pending", () -> leases("u").size() == 1);
        assertEquals(List.of(), aws.issuedUsers());
        assertEquals(
                issue.join().expect(200).leaseId(), "aws/creds/u/" + leases("u").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AttachUserPolicy", "PutUserPolicy", "AddUserToGroup", "CreateAccessKey"})
    void aStepThatFailsLeavesNothingBehind(String step) {
        // Given
        aws.faults().failNext(step, 1, AwsError.ACCESS_DENIED.with("not you"));

        // When
        vault.read("aws/creds/u").expect(400);

        // Then
        reapUntil(
                "the user is gone",
                () -> aws.issuedUsers().isEmpty() && leases("u").isEmpty());
    }

    @Test
    void aFirstStepThatAwsRefusesLeavesNotEvenALease() {
        // Given
        aws.faults().failNext("CreateUser", 1, AwsError.ACCESS_DENIED.with("not you"));

        // When
        vault.read("aws/creds/u").expect(400);

        // Then
        assertEquals(List.of(), leases("u"));
        assertEquals(List.of(), aws.issuedUsers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateUser", "AttachUserPolicy", "PutUserPolicy", "AddUserToGroup", "CreateAccessKey"})
    void anAnswerThatIsLostLeavesNothingBehind(String step) {
        // Given AWS does what it is asked, but nobody hears of it
        aws.faults().loseAnswers(step, 1);

        // When
        vault.read("aws/creds/u").expect(400);

        // Then
        reapUntil(
                "the user is gone",
                () -> aws.issuedUsers().isEmpty() && leases("u").isEmpty());
    }

    @Test
    void aCallThatNeverArrivedIsForgottenAfterFiveMinutes() {
        // Given
        aws.faults().dropNext("CreateUser", 1);
        vault.read("aws/creds/u").expect(400);

        // When the lease is young
        reap();

        // Then "no such user" proves nothing yet
        assertEquals(1, leases("u").size());

        // When
        pass(Duration.ofMinutes(6));

        // Then
        reapUntil("the lease is gone", () -> leases("u").isEmpty());
    }

    @Test
    void aYoungUserThatAwsDoesNotKnowIsNotTakenForDeleted() {
        // Given
        VaultAnswer issued = issue("u");
        deleteBehindTheBack();

        // When
        VaultAnswer answer = revoke(issued.leaseId());

        // Then
        answer.expect(400);
        assertTrue(answer.errors().get(0).startsWith(REVOKE_FAILED + "NoSuchEntity: "), answer.body());
        lookup(issued.leaseId()).expect(200);
    }

    @Test
    void anOldUserThatAwsDoesNotKnowCountsAsDeleted() {
        // Given
        VaultAnswer issued = issue("u");
        deleteBehindTheBack();
        configure(Map.of("max_retries", -1));
        pass(Duration.ofMinutes(6));

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertTrue(isGone(issued.leaseId()));
    }

    @Test
    void aRevokeThatAwsRefusesSaysWhyAndKeepsTheLease() {
        // Given
        VaultAnswer issued = issue("u");
        aws.faults().failNext("DeleteUser", 1, AwsError.ACCESS_DENIED.with("not today"));

        // When
        VaultAnswer answer = revoke(issued.leaseId());

        // Then
        answer.expect(400);
        assertTrue(
                answer.errors()
                        .get(0)
                        .startsWith(REVOKE_FAILED + "AccessDenied: not today\n\tstatus code: 403, request id: "),
                answer.body());
        assertEquals(
                86400, lookup(issued.leaseId()).expect(200).data().path("ttl").asLong(), A_MOMENT);

        // When AWS allows it again
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
    }

    @Test
    void afterSixFailuresALeaseIsIrrevocableUntilItIsForced() {
        // Given
        configure(Map.of("max_retries", -1));
        String lease = issue("u").leaseId();
        aws.faults().failNext("DeleteUser", Integer.MAX_VALUE, AwsError.ACCESS_DENIED.with("never"));
        vault.write("sys/leases/revoke", Map.of("lease_id", lease, "sync", false))
                .expect(202);

        // When
        reapUntil("the lease is irrevocable", () -> {
            pass(LONGER_THAN_ANY_BACKOFF);
            return irrevocable() == 1;
        });

        // Then
        renew(lease).expect(400, "lease is expired and has failed previous revocation attempts");
        assertEquals(1, aws.issuedUsers().size());

        // When
        vault.write("sys/leases/revoke-force/aws/creds/u").expect(204);

        // Then
        assertTrue(isGone(lease));
        assertEquals(0, irrevocable());
    }

    @Test
    void anIrrevocableLeaseIsTriedAgainTheNextDay() {
        // Given
        configure(Map.of("max_retries", -1));
        String lease = issue("u").leaseId();
        aws.faults().failNext("DeleteUser", Integer.MAX_VALUE, AwsError.ACCESS_DENIED.with("never"));
        vault.write("sys/leases/revoke", Map.of("lease_id", lease, "sync", false))
                .expect(202);
        reapUntil("the lease is irrevocable", () -> {
            pass(LONGER_THAN_ANY_BACKOFF);
            return irrevocable() == 1;
        });

        // When
        aws.faults().clear();
        pass(Duration.ofHours(25));

        // Then
        reapUntil("the user is gone", () -> aws.issuedUsers().isEmpty() && isGone(lease));
    }

    @Test
    void threeHundredUsersGoWithOnePrefix() {
        // Given
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<CompletableFuture<VaultAnswer>> issues = IntStream.range(0, 300)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> vault.read("aws/creds/u"), callers))
                .toList();
        issues.forEach(issue -> issue.join().expect(200));
        callers.shutdown();
        assertEquals(300, aws.issuedUsers().size());

        // When
        vault.write("sys/leases/revoke-prefix/aws/creds/u").expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
        assertEquals(List.of(), leases("u"));
    }

    @Test
    void theUsersOfATokenGoWithTheToken() {
        // Given
        String token = vault.write("auth/token/create", Map.of("policies", "root", "ttl", "1h"))
                .expect(200)
                .auth()
                .path("client_token")
                .asText();
        driver.as(token).read("aws/creds/u").expect(200);
        driver.as(token).read("aws/creds/u").expect(200);
        issue("u");
        assertEquals(3, aws.issuedUsers().size());

        // When
        vault.write("auth/token/revoke", Map.of("token", token)).expect(204);

        // Then
        reapUntil("only the other token's user is left", () -> aws.issuedUsers().size() == 1);
    }

    @Test
    void disablingTheMountDeletesItsUsersFirst() {
        // Given
        issue("u");
        issue("u");

        // When
        vault.delete("sys/mounts/aws").expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
        vault.read("aws/config/root").expect(404);
    }

    @Test
    void aMountWhoseUsersCannotBeDeletedStays() {
        // Given
        VaultAnswer issued = issue("u");
        aws.faults().failNext("DeleteUser", 1, AwsError.ACCESS_DENIED.with("not today"));

        // When
        VaultAnswer answer = vault.delete("sys/mounts/aws");

        // Then
        answer.expect(400);
        assertTrue(answer.body().contains("AccessDenied: not today"), answer.body());
        vault.read("sys/mounts/aws").expect(200);
        lookup(issued.leaseId()).expect(200);
        vault.read("aws/creds/u").expect(404, "no handler for route \"aws/creds/u\". route entry is tainted.");

        // When AWS allows it again
        vault.delete("sys/mounts/aws").expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
    }

    @Test
    void aDeletedRoleLeavesItsLeasesRevocable() {
        // Given
        VaultAnswer issued = issue("u");
        vault.delete("aws/roles/u").expect(204);
        vault.read("aws/creds/u").expect(400, "Role \"u\" not found");

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
    }

    @Test
    void whatOthersHungOnTheUserGoesToo() {
        // Given
        VaultAnswer issued = issue("u");
        String name = aws.issuedUsers().get(0).name();
        AwsSdk admin = aws.admin();
        admin.iam(iam -> iam.createLoginProfile(login -> login.userName(name).password("Correct-horse-1")));
        admin.iam(iam -> iam.createServiceSpecificCredential(
                made -> made.userName(name).serviceName("codecommit.amazonaws.com")));
        admin.iam(iam -> iam.createAccessKey(key -> key.userName(name)));
        admin.iam(iam -> iam.attachUserPolicy(
                attach -> attach.userName(name).policyArn("arn:aws:iam::aws:policy/AdministratorAccess")));
        admin.iam(iam -> iam.createVirtualMFADevice(device -> device.virtualMFADeviceName("phone")));
        String serial = aws.account().arn("mfa/phone");
        String before = code(serial, Duration.ofSeconds(-30));
        admin.iam(iam -> iam.enableMFADevice(enable -> enable.userName(name)
                .serialNumber(serial)
                .authenticationCode1(before)
                .authenticationCode2(code(serial, Duration.ZERO))));

        // When
        revoke(issued.leaseId()).expect(204);

        // Then
        assertEquals(List.of(), aws.issuedUsers());
        assertFalse(aws.account().mfaDevices().containsKey(serial));
    }

    private String code(String serial, Duration ahead) {
        return aws.account().mfaDevices().get(serial).codeAt(clock.instant().plus(ahead));
    }

    private void deleteBehindTheBack() {
        IamUser user = aws.issuedUsers().get(0);
        aws.account().users().remove(Account.key(user.name()));
    }

    private int irrevocable() {
        return vault.read("sys/leases/count?type=irrevocable")
                .data()
                .path("lease_count")
                .asInt();
    }
}
