package io.leasehold.logical;

/**
 * What went wrong, and the HTTP status that clients expect for it. The status of an error is written here and nowhere
 * else.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs#http-status-codes">Vault status codes</a>
 */
public enum ErrorKind {
    /** The input is wrong; the message says what. */
    INVALID_REQUEST(400),
    /** No token, an unknown token, or a policy that does not allow it. */
    PERMISSION_DENIED(403),
    /** Nothing is stored there, or the list is empty. */
    NOT_FOUND(404),
    /** No mount, or no such path inside it. */
    NO_ROUTE(404),
    /** The path exists but not with this operation. */
    UNSUPPORTED_OPERATION(405),
    /** The body is larger than the limit. */
    TOO_LARGE(413),
    /** A patch without the merge-patch content type. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** A quota or rate limit of this server. */
    QUOTA_EXCEEDED(429),
    /** AWS said no: its code and text are in the message. */
    AWS_REFUSED(400),
    /** AWS throttles; the caller should try again later. */
    AWS_THROTTLED(502),
    /** The work could not be done although the input was right; the message is safe to show. */
    FAILED(500),
    /** Anything unforeseen; the caller sees only the request id. */
    INTERNAL(500),
    /** Not initialised yet, or sealed. */
    SEALED(503);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }
}
