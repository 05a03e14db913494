package io.leasehold.logical;

import java.util.List;

/**
 * A refusal with a kind and messages that are safe to show to the caller.
 *
 * <p>Carries no stack trace: it is an answer, not an accident.
 */
public final class VaultException extends RuntimeException {
    private final transient ErrorKind kind;
    private final transient List<String> messages;

    /** A refusal with any number of messages; none gives the empty error list. */
    public VaultException(ErrorKind kind, List<String> messages) {
        super(kind + " " + messages, null, false, false);
        this.kind = kind;
        this.messages = List.copyOf(messages);
    }

    /** A refusal with one message. */
    public VaultException(ErrorKind kind, String message) {
        this(kind, List.of(message));
    }

    /** 400 with the message as it stands. */
    public static VaultException invalid(String message) {
        return new VaultException(ErrorKind.INVALID_REQUEST, message);
    }

    /** 403 because a policy does not allow it. */
    public static VaultException denied() {
        return new VaultException(ErrorKind.PERMISSION_DENIED, ErrorList.of("permission denied"));
    }

    /** 404 with an empty error list: nothing stored there. */
    public static VaultException notFound() {
        return new VaultException(ErrorKind.NOT_FOUND, List.of());
    }

    /** 404: the mount exists, the path inside it does not. */
    public static VaultException unsupportedPath() {
        return new VaultException(ErrorKind.NO_ROUTE, ErrorList.of("unsupported path"));
    }

    /** 405: the path exists, the operation does not. */
    public static VaultException unsupportedOperation() {
        return new VaultException(ErrorKind.UNSUPPORTED_OPERATION, ErrorList.of("unsupported operation"));
    }

    /** 500 with a message in the list form that engines use. */
    public static VaultException failed(String message) {
        return new VaultException(ErrorKind.FAILED, ErrorList.of(message));
    }

    /** What may be said of a failure: its first text, or no more than that it was internal. */
    public static String textOf(Throwable failure) {
        return failure instanceof VaultException known ? known.firstMessage() : "internal error";
    }

    /** What went wrong. */
    public ErrorKind kind() {
        return kind;
    }

    /** Texts for the caller, in order. */
    public List<String> messages() {
        return messages;
    }

    /** The first text, or an empty one. */
    public String firstMessage() {
        return messages.isEmpty() ? "" : messages.get(0);
    }
}
