package io.leasehold.aws.client;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call to AWS that did not succeed, in our words. Holds nothing of the request, so no secret.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">AWS common errors</a>
 */
public final class AwsRefusal extends RuntimeException {
    private static final String NOT_SENT = "RequestError";
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final Set<String> THROTTLING = Set.of(
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
            "EC2ThrottledException");

    private final String code;
    private final String reason;
    private final int status;

    private AwsRefusal(String code, String reason, int status, String text) {
        super(text, null, false, false);
        this.code = code;
        this.reason = reason;
        this.status = status;
    }

    /** Translates what the SDK throws; anything else stays as it is. */
    static Throwable of(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof AwsServiceException service) {
            return answered(service);
        }
        return failure instanceof SdkException sdk ? notSent(sdk) : failure;
    }

    private static AwsRefusal answered(AwsServiceException failure) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(failure.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("UnknownError");
        String reason = details.map(AwsErrorDetails::errorMessage).orElse("");
        String text = code + ": " + reason + "\n\tstatus code: " + failure.statusCode() + ", request id: "
                + Optional.ofNullable(failure.requestId()).orElse("");
        return new AwsRefusal(code, reason, failure.statusCode(), text);
    }

    private static AwsRefusal notSent(SdkException failure) {
        String reason = String.valueOf(failure.getMessage());
        return new AwsRefusal(NOT_SENT, reason, 0, NOT_SENT + ": send request failed\ncaused by: " + reason);
    }

    /** AWS's error code, such as {@code NoSuchEntity}. */
    public String code() {
        return code;
    }

    /** AWS's sentence, without code and request id. */
    public String reason() {
        return reason;
    }

    /** Whether AWS answered with that code. */
    public boolean is(String wanted) {
        return code.equals(wanted);
    }

    /** Whether no answer came: no connection, no credentials, no time left. */
    public boolean isUnanswered() {
        return is(NOT_SENT);
    }

    /** Whether AWS has said no, so that the call surely did nothing; without an answer or after a 5xx it may have. */
    public boolean isFinal() {
        return status >= CLIENT_ERROR && status < SERVER_ERROR;
    }

    /** The answer to the caller: 502 when AWS throttles, 400 otherwise. */
    public VaultException toVault(String prefix) {
        return toVault(prefix, "");
    }

    /** The same with one more line that explains. */
    public VaultException toVault(String prefix, String explanation) {
        ErrorKind kind = THROTTLING.contains(code) ? ErrorKind.AWS_THROTTLED : ErrorKind.AWS_REFUSED;
        String more = explanation.isEmpty() ? "" : "\n" + explanation;
        return new VaultException(kind, prefix + getMessage() + more);
    }
}
