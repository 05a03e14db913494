package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.testing.VaultAnswer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.iam.model.AccessKey;

/**
 * The engine with moto, another emulator of AWS, at {@code -Dleasehold.test.moto-url}. It holds the engine's calls to
 * somebody else's reading of the API; what it lets through is named by the tests below.
 *
 * @see <a href="https://docs.getmoto.org/en/latest/docs/server_mode.html">moto in server mode</a>
 */
@QuarkusTest
@Tag("database")
@EnabledIfSystemProperty(named = "leasehold.test.moto-url", matches = ".+")
class MotoTest extends EngineSuite {
    private static final String URL = System.getProperty("leasehold.test.moto-url", "");
    private static final String S3_GET = CredentialTypesTest.KnownType.S3_GET;

    @Override
    AwsAccount openAccount() {
        forgetEverything();
        AwsSdk admin = AwsSdk.with(URL, "anybody", "anything", null);
        admin.iam(iam -> iam.createUser(create -> create.userName("engine")));
        AccessKey key = admin.iam(iam -> iam.createAccessKey(create -> create.userName("engine")))
                .accessKey();
        admin.iam(iam -> iam.createGroup(create -> create.groupName(GROUP)));
        admin.iam(iam -> iam.putGroupPolicy(
                put -> put.groupName(GROUP).policyName("LogReader").policyDocument(S3_GET)));
        String role = admin.iam(iam ->
                        iam.createRole(create -> create.roleName("ProdAppRW").assumeRolePolicyDocument("{}")))
                .role()
                .arn();
        String policy = admin.iam(iam -> iam.createPolicy(
                        create -> create.policyName("ProdAppReadWrite").policyDocument(S3_GET)))
                .policy()
                .arn();
        return new AwsAccount(URL, key.accessKeyId(), key.secretAccessKey(), admin, role, policy);
    }

    @Test
    void motoAssumesARoleThatDoesNotExist() {
        // Given
        role("ghost", body("credential_type", "assumed_role", "role_arns", "arn:aws:iam::123456789012:role/Ghost"));

        // When
        VaultAnswer answer = vault.read("aws/creds/ghost");

        // Then
        answer.expect(200);
    }

    @Test
    void motoGivesSessionsLongerThanTheRoleAllows() {
        // When
        VaultAnswer answer = ask("assumed_role", "ttl", "11h");

        // Then
        assertEquals(39600, answer.expect(200).leaseDuration(), A_MOMENT);
    }

    @Test
    void motoGivesTheSameSessionTokenToEverybody() {
        // When
        VaultAnswer first = issue("session_token");
        VaultAnswer second = issue("session_token");

        // Then
        assertEquals(text(first, "access_key"), text(second, "access_key"));
    }

    private static void forgetEverything() {
        HttpRequest reset = HttpRequest.newBuilder(URI.create(URL + "/moto-api/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        try {
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(reset, BodyHandlers.discarding())
                            .statusCode());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
