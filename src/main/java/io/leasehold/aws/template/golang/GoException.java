package io.leasehold.aws.template.golang;

/** An operation that Go, or one of our bounds, refuses; the message is a fragment that is safe to show. */
public final class GoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    public GoException(String message) {
        super(message, null, false, false);
    }
}
