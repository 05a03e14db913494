package io.leasehold.sandbox.wire;

/**
 * Each error that the sandbox knows, with the code and the HTTP status that AWS sends for it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">STS common errors</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">IAM common errors</a>
 */
public enum AwsError {
    ACCESS_DENIED("AccessDenied", 403),
    CONCURRENT_MODIFICATION("ConcurrentModification", 409),
    DELETE_CONFLICT("DeleteConflict", 409),
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists", 409),
    EXPIRED_TOKEN("ExpiredToken", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
    INTERNAL_FAILURE("InternalFailure", 500),
    INVALID_ACTION("InvalidAction", 400),
    INVALID_AUTHENTICATION_CODE("InvalidAuthenticationCode", 403),
    INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403),
    INVALID_INPUT("InvalidInput", 400),
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400),
    LIMIT_EXCEEDED("LimitExceeded", 409),
    MALFORMED_INPUT("MalformedInput", 400),
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument", 400),
    MISSING_ACTION("MissingAction", 400),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
    NO_SUCH_ENTITY("NoSuchEntity", 404),
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge", 400),
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable", 400),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
    THROTTLING("Throttling", 400),
    VALIDATION_ERROR("ValidationError", 400);

    private final String code;
    private final int status;

    AwsError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The code in the XML body, such as {@code NoSuchEntity}. */
    public String code() {
        return code;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** This error with a text for the caller, ready to throw. */
    public AwsException with(String message) {
        return new AwsException(code, status, message);
    }
}
