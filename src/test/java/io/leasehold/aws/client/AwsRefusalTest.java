package io.leasehold.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsRefusalTest {
    @Test
    void codeMessageStatusAndRequestIdAreKept() {
        // When
        VaultException answer = Refusals.of("AccessDenied", "not you", 403).toVault("Error assuming role: ");

        // Then
        assertEquals(ErrorKind.AWS_REFUSED, answer.kind());
        assertEquals(
                "Error assuming role: AccessDenied: not you\n\tstatus code: 403, request id:"
                        + " 11111111-2222-3333-4444-555555555555",
                answer.firstMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ProvisionedThroughputExceededException",
                "ThrottledException",
                "Throttling",
                "ThrottlingException",
                "RequestLimitExceeded",
                "RequestThrottled",
                "RequestThrottledException",
                "TooManyRequestsException",
                "PriorRequestNotComplete",
                "TransactionInProgressException",
                "EC2ThrottledException"
            })
    void throttlingCodesAreABadGateway(String code) {
        // When
        VaultException answer = Refusals.of(code, "slow down", 400).toVault("");

        // Then
        assertEquals(ErrorKind.AWS_THROTTLED, answer.kind());
        assertEquals(502, answer.kind().status());
    }

    @Test
    void anUnavailableServiceIsNotThrottling() {
        // When
        VaultException answer = Refusals.of("ServiceUnavailable", "later", 503).toVault("");

        // Then
        assertEquals(ErrorKind.AWS_REFUSED, answer.kind());
    }

    @Test
    void anExplanationIsALineOfItsOwn() {
        // When
        VaultException answer = Refusals.of("ValidationError", "too long", 400).toVault("", "Ask for less.");

        // Then
        assertTrue(answer.firstMessage().endsWith("\nAsk for less."), answer.firstMessage());
    }

    @Test
    void aCallThatNeverLeftIsARequestError() {
        // Given
        SdkClientException failure = SdkClientException.create("Connection refused");

        // When
        AwsRefusal refusal = assertInstanceOf(AwsRefusal.class, AwsRefusal.of(new CompletionException(failure)));

        // Then
        assertTrue(refusal.isUnanswered());
        assertFalse(refusal.isFinal());
        assertEquals(
                "Error assuming role: RequestError: send request failed\ncaused by: Connection refused",
                refusal.toVault("Error assuming role: ").firstMessage());
    }

    @Test
    void whatIsNotOfTheSdkStaysAsItIs() {
        // Given
        IllegalStateException failure = new IllegalStateException("ours");

        // When
        Throwable translated = AwsRefusal.of(failure);

        // Then
        assertSame(failure, translated);
    }

    @ParameterizedTest
    @CsvSource({"400, true", "403, true", "409, true", "500, false", "503, false"})
    void onlyAClearNoIsFinal(int status, boolean isFinal) {
        // When
        AwsRefusal refusal = Refusals.of("Any", "text", status);

        // Then
        assertEquals(isFinal, refusal.isFinal());
    }
}
