package io.leasehold.sandbox.wire;

/** A refusal in AWS's terms; it carries no stack trace because it is an answer, not a fault of the program. */
public final class AwsException extends RuntimeException {

    private final String code;
    private final int status;

    /** A refusal with any code, also one that {@link AwsError} does not list; status 400 to 599. */
    public AwsException(String code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** The code in the XML body. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
