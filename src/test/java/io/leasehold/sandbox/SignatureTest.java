package io.leasehold.sandbox;

import static io.leasehold.sandbox.RawCaller.IAM;
import static io.leasehold.sandbox.RawCaller.STS;
import static io.leasehold.sandbox.RawCaller.outcome;
import static io.leasehold.sandbox.RawCaller.text;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static io.leasehold.sandbox.SandboxFixture.roleArn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.sandbox.wire.SandboxRequest;
import io.leasehold.sandbox.wire.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.Credentials;

class SignatureTest {

    private static final String WHO = "GetCallerIdentity";

    private static SandboxFixture sandbox;
    private static RawCaller caller;

    @BeforeAll
    static void start() {
        sandbox = new SandboxFixture();
        caller = sandbox.raw(credentials(sandbox.seeded.runnerKey()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static SandboxResponse send(SandboxRequest request) {
        return sandbox.seeded.aws().handle(request);
    }

    private static SandboxRequest with(SandboxRequest request, String header, String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(header, value);
        return new SandboxRequest(request.method(), request.path(), request.query(), headers, request.body(), "");
    }

    private static SandboxRequest without(SandboxRequest request, String header) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.remove(header);
        return new SandboxRequest(request.method(), request.path(), request.query(), headers, request.body(), "");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"us-east-1", "eu-central-1", "ap-southeast-2"})
    void anyRegionIsTakenAsEachHasItsEndpoint(String region) {
        // When
        var identity = sandbox.sts(credentials(sandbox.seeded.runnerKey()), Region.of(region))
                .getCallerIdentity()
                .join();

        // Then
        assertTrue(identity.arn().endsWith("user/VaultRunner"));
    }

    @Test
    void aWrongSecretDoesNotMatch() {
        // Given
        RawCaller thief = sandbox.raw(AwsBasicCredentials.create(
                sandbox.seeded.runnerKey().id(), sandbox.seeded.adminKey().secret()));

        // When
        SandboxResponse response = thief.sts(WHO);

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
        assertEquals("Sender", text(response, "Type"));
        assertEquals(response.requestId(), text(response, "RequestId"));
    }

    @Test
    void anUnknownKeyIsInvalid() {
        // When
        SandboxResponse response = sandbox.raw(AwsBasicCredentials.create("AKIAAAAAAAAAAAAAAAAA", "x"))
                .sts(WHO);

        // Then
        assertEquals("InvalidClientTokenId 403", outcome(response));
        assertEquals("The security token included in the request is invalid.", text(response, "Message"));
    }

    @Test
    void aChangedBodyDoesNotMatch() {
        // Given
        SandboxRequest signed = caller.signed(STS, WHO);
        byte[] other = "Action=GetSessionToken&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);

        // When
        SandboxResponse response =
                send(new SandboxRequest("POST", signed.path(), "", signed.headers(), other, "127.0.0.1"));

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
    }

    @Test
    void aChangedPathDoesNotMatch() {
        // Given
        SandboxRequest signed = caller.signed(STS, WHO);

        // When
        SandboxResponse response =
                send(new SandboxRequest("POST", "/elsewhere", "", signed.headers(), signed.body(), "127.0.0.1"));

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
    }

    @Test
    void aChangedSignedHeaderDoesNotMatch() {
        // When
        SandboxResponse response = send(with(caller.signed(STS, WHO), "host", "sts.amazonaws.com"));

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
    }

    @Test
    void aSignatureForAnotherServiceDoesNotMatch() {
        // When
        SandboxResponse response = send(caller.signingFor("s3", "us-east-1").signed(IAM, "GetUser"));

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
        assertTrue(text(response, "Message").contains("correct service: 'iam'"));
    }

    @ParameterizedTest(name = "signed {0} minutes from now: {1}")
    @CsvSource({
        "-16, SignatureDoesNotMatch 403",
        "-14, 200",
        "14, 200",
        "16, SignatureDoesNotMatch 403",
    })
    void aSignatureIsGoodForFifteenMinutes(int minutes, String expected) {
        // When
        SandboxResponse response = caller.at(Clock.offset(sandbox.clock, Duration.ofMinutes(minutes)))
                .sts(WHO);

        // Then
        assertEquals(expected, outcome(response));
    }

    @Test
    void aStaleSignatureSaysHowStaleItIs() {
        // When
        SandboxResponse response =
                caller.at(Clock.offset(sandbox.clock, Duration.ofHours(-1))).sts(WHO);

        // Then
        assertTrue(text(response, "Message")
                .matches("Signature expired: \\d{8}T\\d{6}Z is now earlier than .* - 15 min\\.\\)"));
    }

    @Test
    void aRequestWithoutSignatureIsAnonymous() {
        // When
        SandboxResponse response = send(without(caller.signed(STS, WHO), "authorization"));

        // Then
        assertEquals("MissingAuthenticationToken 403", outcome(response));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Basic dXNlcjpwYXNz",
                "AWS4-HMAC-SHA256 nonsense",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/sts/aws4_request, SignedHeaders=host",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260101/sts, SignedHeaders=host, Signature=ab",
                "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=ab",
            })
    void aBrokenAuthorizationHeaderIsIncomplete(String header) {
        // When
        SandboxResponse response = send(with(caller.signed(STS, WHO), "authorization", header));

        // Then
        assertEquals("IncompleteSignature 400", outcome(response));
    }

    @Test
    void aRequestWithoutDateIsIncomplete() {
        // When
        SandboxResponse response = send(without(caller.signed(STS, WHO), "x-amz-date"));

        // Then
        assertEquals("IncompleteSignature 400", outcome(response));
    }

    @Test
    void aSignatureThatLeavesTheHostOutDoesNotMatch() {
        // Given
        SandboxRequest signed = caller.signed(STS, WHO);
        String header = signed.header("authorization").orElseThrow().replace("host;", "");

        // When
        SandboxResponse response = send(with(signed, "authorization", header));

        // Then
        assertEquals("SignatureDoesNotMatch 403", outcome(response));
        assertTrue(text(response, "Message").startsWith("'Host'"));
    }

    @Test
    void aClientThatDoesNotDeclareItsPayloadIsTakenToo() {
        // Given
        byte[] body = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);

        // When
        SandboxResponse response = send(HandSigner.sign(sandbox.seeded.runnerKey(), sandbox.clock.instant(), body));

        // Then
        assertEquals("200", outcome(response));
    }

    @Test
    void aSessionKeyWithoutItsTokenIsInvalid() {
        // Given
        Credentials session = sandbox.assume(sandbox.runnerSts(), "ProdAppRW");

        // When
        SandboxResponse response = sandbox.raw(
                        AwsBasicCredentials.create(session.accessKeyId(), session.secretAccessKey()))
                .sts(WHO);

        // Then
        assertEquals("InvalidClientTokenId 403", outcome(response));
    }

    @Test
    void aTokenOfAnotherSessionOrOfNobodyIsInvalid() {
        // Given
        Credentials session = sandbox.assume(sandbox.runnerSts(), "ProdAppRW");
        Credentials other = sandbox.assume(sandbox.runnerSts(), "ProdAppReadOnly");

        // When
        SandboxResponse swapped = sandbox.raw(AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), other.sessionToken()))
                .sts(WHO);
        SandboxResponse invented = sandbox.raw(AwsSessionCredentials.create(
                        session.accessKeyId(),
                        session.secretAccessKey(),
                        "IQoj" + session.sessionToken().substring(8)))
                .sts(WHO);

        // Then
        assertEquals("InvalidClientTokenId 403", outcome(swapped));
        assertEquals("InvalidClientTokenId 403", outcome(invented));
    }

    @Test
    void aTokenOfAnotherSandboxIsInvalidHere() {
        // Given
        try (SandboxFixture neighbour = new SandboxFixture()) {
            Credentials foreign = neighbour.assume(neighbour.runnerSts(), "ProdAppRW");

            // When
            SandboxResponse response = sandbox.raw(credentials(foreign)).sts(WHO);

            // Then
            assertEquals("InvalidClientTokenId 403", outcome(response));
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "AssumeNothing, 2011-06-15, InvalidAction 400",
        "GetUser, 2011-06-15, InvalidAction 400",
        "GetCallerIdentity, 2010-05-08, InvalidAction 400",
        "GetCallerIdentity, 2001-01-01, InvalidAction 400",
    })
    void anUnknownActionIsInvalid(String action, String version, String expected) {
        // When
        SandboxResponse response = send(caller.signed(version, action));

        // Then
        assertEquals(expected, outcome(response));
    }

    @Test
    void aRequestWithoutActionIsRefused() {
        // When
        SandboxResponse response = send(caller.sign("Version=2011-06-15".getBytes(StandardCharsets.UTF_8)));

        // Then
        assertEquals("MissingAction 400", outcome(response));
    }

    @Test
    void aParameterThatIsNoNumberIsMalformed() {
        // When
        SandboxResponse response = caller.sts(
                "AssumeRole", "RoleArn", roleArn("ProdAppRW"), "RoleSessionName", "session", "DurationSeconds", "1h");

        // Then
        assertEquals("MalformedInput 400", outcome(response));
    }

    @Test
    void aMissingParameterIsAValidationError() {
        // When
        SandboxResponse response = caller.sts("AssumeRole", "RoleSessionName", "session");

        // Then
        assertEquals("ValidationError 400", outcome(response));
        assertEquals(
                "1 validation error detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
                text(response, "Message"));
    }
}
