package io.leasehold.aws;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.testing.VaultDriver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AwsEngineTest {
    private static final String RW = "arn:aws:iam::111122223333:role/ProdAppRW";
    private static final String DOCUMENT =
            "{ \"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
                    + " \"Resource\": \"*\"}] }";

    @Inject
    VaultDriver vault;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    private AwsDriver aws;

    @BeforeEach
    void mount() {
        aws = new AwsDriver(vault, vertx, "aws");
    }

    @AfterEach
    void unmount() {
        Optional.ofNullable(aws).ifPresent(AwsDriver::close);
    }

    @Test
    void theRootConfigurationReadsBackWithoutItsSecretKey() {
        // Given
        aws.write("config/root", Map.of("access_key", "AKIAEXAMPLE", "secret_key", "hush", "region", "eu-west-1"));

        // When
        Response answer = aws.read("config/root");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.access_key", equalTo("AKIAEXAMPLE"))
                .body("data", not(hasKey("secret_key")))
                .body("data.region", equalTo("eu-west-1"))
                .body("data.iam_endpoint", equalTo(""))
                .body("data.sts_endpoint", equalTo(""))
                .body("data.sts_region", equalTo(""))
                .body("data.sts_fallback_endpoints", equalTo(List.of()))
                .body("data.sts_fallback_regions", equalTo(List.of()))
                .body("data.max_retries", equalTo(-1))
                .body("data.username_template", equalTo(UsernameTemplate.DEFAULT))
                .body("data.role_arn", equalTo(""))
                .body("data.identity_token_audience", equalTo(""))
                .body("data.identity_token_ttl", equalTo(0))
                .body("data.rotation_schedule", equalTo(""))
                .body("data.rotation_window", equalTo(0))
                .body("data.rotation_period", equalTo(0))
                .body("data.disable_automated_rotation", equalTo(false));
        assertFalse(answer.asString().contains("hush"));
    }

    @Test
    void aRootConfigurationThatWasNeverWrittenIsNotFound() {
        // When
        Response answer = aws.read("config/root");

        // Then
        answer.then().statusCode(404).body("errors", equalTo(List.of()));
    }

    @Test
    void aRoleReadsBackWithNullForWhatWasNeverSet() {
        // Given
        aws.write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW, "default_sts_ttl", "30m"))
                .then()
                .statusCode(204);

        // When
        Response answer = aws.read("roles/deploy");

        // Then
        answer.then()
                .statusCode(200)
                .body("data.credential_type", equalTo("assumed_role"))
                .body("data.role_arns", contains(RW))
                .body("data", hasKey("policy_arns"))
                .body("data.policy_arns", nullValue())
                .body("data.iam_groups", nullValue())
                .body("data.iam_tags", nullValue())
                .body("data.session_tags", nullValue())
                .body("data.policy_document", equalTo(""))
                .body("data.external_id", equalTo(""))
                .body("data.default_sts_ttl", equalTo(1800))
                .body("data.max_sts_ttl", equalTo(0))
                .body("data.user_path", equalTo(""))
                .body("data.permissions_boundary_arn", equalTo(""))
                .body("data.mfa_serial_number", equalTo(""));
    }

    @Test
    void aChangedRoleIsSeenByTheNextRequest() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        aws.read("creds/deploy").then().statusCode(200);
        aws.write("roles/deploy", Map.of("default_sts_ttl", 900)).then().statusCode(204);

        // When
        Response answer = aws.read("creds/deploy");

        // Then
        long ttl = answer.then().statusCode(200).extract().jsonPath().getLong("data.ttl");
        assertTrue(ttl >= 895 && ttl <= 900, () -> "ttl " + ttl);
    }

    @Test
    void aHotIssueAsksTheDatabaseForNeitherRoleNorConfiguration() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        aws.read("creds/deploy").then().statusCode(200);
        aws.read("creds/deploy").then().statusCode(200);
        hideTables("aws_role", "aws_config_root", "aws_config_lease");

        // When
        Response answer = aws.read("creds/deploy");

        // Then
        showTables("aws_role", "aws_config_root", "aws_config_lease");
        answer.then().statusCode(200);
    }

    @Test
    void theSecretKeyRestsSealed() {
        // Given
        aws.write("config/root", Map.of("access_key", "AKIAEXAMPLE", "secret_key", "hushhushhush"));

        // When
        String row = pool.query("SELECT settings, encode(secret_key, 'escape') AS sealed FROM aws_config_root")
                .executeAndAwait()
                .iterator()
                .next()
                .toJson()
                .encode();

        // Then
        assertFalse(row.contains("hush"), row);
        assertTrue(row.contains("AKIAEXAMPLE"), row);
    }

    @Test
    void rolesAreListedByNameAndGoneWhenDeleted() {
        // Given
        aws.write("roles/b", Map.of("credential_type", "session_token"));
        aws.write("roles/a", Map.of("credential_type", "session_token"));

        // When
        Response both = aws.list("roles");
        Response deleted = aws.delete("roles/a");
        Response again = aws.delete("roles/a");

        // Then
        both.then().statusCode(200).body("data.keys", contains("a", "b"));
        deleted.then().statusCode(204);
        again.then().statusCode(204);
        aws.read("roles/a").then().statusCode(404);
        aws.list("roles").then().body("data.keys", contains("b"));
    }

    @Test
    void twoMountsDoNotSeeEachOthersRoles() {
        // Given
        aws.write("roles/deploy", Map.of("credential_type", "session_token"));

        // When
        try (AwsDriver other = new AwsDriver(vault, vertx, "other")) {
            Response answer = other.read("roles/deploy");

            // Then
            answer.then().statusCode(404);
        }
    }

    @Test
    void aMountThatComesAgainBeginsEmpty() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "session_token"));
        aws.write("config/lease", Map.of("lease", "1h", "lease_max", "2h"));
        aws.unmount().then().statusCode(204);
        aws.post("/v1/sys/mounts/aws", Map.of("type", "aws")).then().statusCode(204);

        // When
        Response role = aws.read("roles/deploy");

        // Then
        role.then().statusCode(404);
        aws.read("config/root").then().statusCode(404);
        aws.read("config/lease").then().statusCode(404);
    }

    @Test
    void leaseTimesReadBackInGoNotation() {
        // Given
        aws.read("config/lease").then().statusCode(404);
        aws.write("config/lease", Map.of("lease", "1800", "lease_max", "12h"))
                .then()
                .statusCode(204);

        // When
        Response answer = aws.read("config/lease");

        // Then
        answer.then().body("data.lease", equalTo("30m0s")).body("data.lease_max", equalTo("12h0m0s"));
    }

    @Test
    void anAssumedRoleComesUnderALeaseThatEndsWithIt() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arn", RW));

        // When
        Response answer = aws.read("creds/deploy?ttl=15m&role_session_name=ci run");

        // Then
        answer.then()
                .statusCode(200)
                .body("lease_id", startsWith("aws/creds/deploy/"))
                .body("renewable", equalTo(false))
                .body("data.access_key", startsWith("ASIA"))
                .body("data.arn", equalTo("arn:aws:sts::111122223333:assumed-role/ProdAppRW/ci_run"))
                .body("data.expiration", containsString("T"))
                .body("data.security_token", equalTo(answer.jsonPath().getString("data.session_token")));
        assertTrue(answer.jsonPath().getLong("lease_duration") - 900 <= 1);
    }

    @Test
    void aMissingRoleIsABadRequest() {
        // When
        Response answer = aws.write("sts/nobody", Map.of());

        // Then
        answer.then().statusCode(400).body("errors", contains("Role \"nobody\" not found"));
    }

    @Test
    void aRenewOfASessionAnswersWhatIsLeft() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        String lease = aws.read("creds/deploy").jsonPath().getString("lease_id");

        // When
        Response answer = aws.post("/v1/sys/leases/renew", Map.of("lease_id", lease, "increment", 36000));

        // Then
        answer.then().statusCode(200).body("warnings", hasItem(startsWith("AWS does not extend a session")));
        assertTrue(answer.jsonPath().getLong("lease_duration") <= 3600);
    }

    @Test
    void aTtlAboveTheIamRolesCeilingIsReportedWhenTheRoleIsWritten() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        aws.read("creds/deploy").then().statusCode(200);

        // When
        Response answer = aws.write(
                "roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW, "max_sts_ttl", "2h"));

        // Then
        answer.then()
                .statusCode(200)
                .body("data", nullValue())
                .body("warnings[0]", startsWith("max_sts_ttl of 2h is above the MaxSessionDuration of " + RW));
    }

    @Test
    void anIamUserLivesAsLongAsItsLease() {
        // Given
        aws.configured().write("config/lease", Map.of("lease", "30m", "lease_max", "2h"));
        aws.write(
                        "roles/user",
                        Map.of(
                                "credential_type",
                                "iam_user",
                                "policy_arns",
                                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                                "policy_document",
                                DOCUMENT,
                                "iam_groups",
                                "ReadOnlyGroup",
                                "iam_tags",
                                Map.of("team", "blue")))
                .then()
                .statusCode(204);
        Response issued = aws.read("creds/user");
        IamUser user = onlyIssuedUser().orElseThrow();

        // When
        Response revoked = aws.post(
                "/v1/sys/leases/revoke", Map.of("lease_id", issued.jsonPath().getString("lease_id")));

        // Then
        issued.then()
                .statusCode(200)
                .body("renewable", equalTo(true))
                .body("lease_duration", equalTo(1800))
                .body("data.access_key", startsWith("AKIA"))
                .body("data", hasKey("security_token"))
                .body("data.security_token", nullValue())
                .body("data", hasKey("session_token"))
                .body("data.session_token", nullValue())
                .body("data", not(hasKey("ttl")));
        assertEquals("blue", user.tags().get("team"));
        assertTrue(user.name().startsWith("vault-root-user-"), user.name());
        revoked.then().statusCode(204);
        assertTrue(onlyIssuedUser().isEmpty());
    }

    @Test
    void aRenewOfAnIamUserReadsTheLeaseTimesAgain() {
        // Given
        aws.configured().write("config/lease", Map.of("lease", "30m", "lease_max", "2h"));
        aws.write("roles/user", Map.of("credential_type", "iam_user", "policy_document", DOCUMENT));
        String lease = aws.read("creds/user").jsonPath().getString("lease_id");
        aws.write("config/lease", Map.of("lease", "45m", "lease_max", "2h"));

        // When
        Response answer = aws.post("/v1/sys/leases/renew", Map.of("lease_id", lease));

        // Then
        answer.then().statusCode(200).body("lease_duration", equalTo(2700));
    }

    @Test
    void aThrottledCallIsABadGateway() {
        // Given
        aws.configured().write("roles/user", Map.of("credential_type", "iam_user", "policy_document", DOCUMENT));
        aws.seeded.aws().faults().throttleNext("CreateUser", 1);

        // When
        Response answer = aws.read("creds/user");

        // Then
        answer.then()
                .statusCode(502)
                .body(
                        "errors[0]",
                        startsWith("Error creating IAM user: Throttling: Rate exceeded\n\tstatus code: 400"));
    }

    @Test
    void aRotationAnswersTheNewKeyAndDeletesTheOld() {
        // Given
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        String old = aws.seeded.runnerKey().id();

        // When
        Response answer = aws.write("config/rotate-root", Map.of());

        // Then
        String fresh = answer.then().statusCode(200).extract().jsonPath().getString("data.access_key");
        assertFalse(aws.seeded.aws().account().accessKeys().containsKey(old));
        assertTrue(aws.seeded.aws().account().accessKeys().containsKey(fresh));
        aws.read("config/root").then().body("data.access_key", equalTo(fresh));
        aws.read("creds/deploy").then().statusCode(200);
    }

    @Test
    void aRotationWithoutKeysIsABadRequest() {
        // Given
        aws.write("config/root", Map.of("region", "us-east-1"));

        // When
        Response answer = aws.write("config/rotate-root", Map.of());

        // Then
        answer.then()
                .statusCode(400)
                .body(
                        "errors",
                        contains("Cannot call config/rotate-root when either access_key or secret_key is empty"));
    }

    @Test
    void aRotationWithoutConfigurationFails() {
        // When
        Response answer = aws.write("config/rotate-root", Map.of());

        // Then
        answer.then()
                .statusCode(500)
                .body("errors", contains("1 error occurred:\n\t* no configuration found for config/root\n\n"));
    }

    @Test
    void aRotationWaitsUntilTheNewKeyWorks() {
        // Given
        aws.configured();
        aws.seeded.aws().faults().lag("CreateAccessKey", Duration.ofSeconds(2));

        // When
        Response answer = aws.write("config/rotate-root", Map.of());

        // Then
        answer.then().statusCode(200).body("data.access_key", startsWith("AKIA"));
        assertEquals(1, runner().accessKeys().size());
    }

    @Test
    void aRotationWithTwoKeysAlreadyThereChangesNothing() {
        // Given
        aws.configured();
        String used = aws.seeded.runnerKey().id();
        aws.seeded.aws().faults().failNext("DeleteAccessKey", 1, AwsError.INTERNAL_FAILURE.with("later"));
        Response broken = aws.write("config/rotate-root", Map.of());
        String current = aws.read("config/root").jsonPath().getString("data.access_key");

        // When
        Response answer = aws.write("config/rotate-root", Map.of());

        // Then
        broken.then().statusCode(500).body("errors[0]", containsString("\t* error deleting old access key: "));
        answer.then()
                .statusCode(500)
                .body("errors[0]", containsString("\t* error calling CreateAccessKey: LimitExceeded"));
        assertFalse(current.equals(used));
        aws.read("config/root").then().body("data.access_key", equalTo(current));
    }

    @Test
    void aRotationThatAnotherWriteOvertakesTakesItsNewKeyBack() {
        // Given
        aws.configured();
        String used = aws.seeded.runnerKey().id();
        aws.seeded
                .aws()
                .faults()
                .delay("GetUser", Duration.ofSeconds(1))
                .delay("CreateAccessKey", Duration.ofSeconds(1));
        CompletableFuture<Response> rotation =
                CompletableFuture.supplyAsync(() -> aws.write("config/rotate-root", Map.of()));
        assertTimeoutPreemptively(Duration.ofSeconds(20), this::rotationHasBegun);

        // When
        aws.write("config/root", Map.of("region", "eu-west-1")).then().statusCode(204);

        // Then
        rotation.join()
                .then()
                .statusCode(500)
                .body("errors[0]", containsString("\t* error saving new config/root: it was changed"));
        assertEquals(Set.of(used), runner().accessKeys().keySet());
        aws.read("config/root").then().body("data.access_key", equalTo(used)).body("data.region", equalTo("eu-west-1"));
    }

    @Test
    void aMountMayAnswerTheRenewOfASessionAsVaultDoes() {
        // Given
        aws.unmount();
        aws.post("/v1/sys/mounts/aws", Map.of("type", "aws", "options", Map.of("sts_renewal", "never")))
                .then()
                .statusCode(204);
        aws.configured().write("roles/deploy", Map.of("credential_type", "assumed_role", "role_arns", RW));
        String lease = aws.read("creds/deploy").jsonPath().getString("lease_id");

        // When
        Response answer = aws.post("/v1/sys/leases/renew", Map.of("lease_id", lease));

        // Then
        answer.then().statusCode(400).body("errors", contains("lease is not renewable"));
    }

    @Test
    void aRefusedUserLeavesNoLeaseBehind() {
        // Given
        aws.configured().write("roles/user", Map.of("credential_type", "iam_user", "policy_document", DOCUMENT));
        aws.seeded.aws().faults().throttleNext("CreateUser", 1);
        aws.read("creds/user").then().statusCode(502);

        // When
        Response leases = aws.listLeases("aws/creds/user");

        // Then
        leases.then().statusCode(404);
    }

    private void hideTables(String... names) {
        for (String name : names) {
            pool.query("ALTER TABLE " + name + " RENAME TO hidden_" + name).executeAndAwait();
        }
    }

    private void showTables(String... names) {
        for (String name : names) {
            pool.query("ALTER TABLE hidden_" + name + " RENAME TO " + name).executeAndAwait();
        }
    }

    private void rotationHasBegun() {
        while (aws.seeded.runnerKey().lastUse().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private IamUser runner() {
        return aws.seeded.aws().account().users().get("vaultrunner");
    }

    private Optional<IamUser> onlyIssuedUser() {
        return aws.seeded.aws().account().users().values().stream()
                .filter(user -> user.name().startsWith("vault-"))
                .findFirst();
    }
}
