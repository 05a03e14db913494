package io.leasehold.barrier;

/** Something sealed could not be opened: wrong key, altered bytes, or a ciphertext moved to another row. */
public final class BarrierException extends RuntimeException {
    BarrierException(String message, Throwable cause) {
        super(message, cause);
    }
}
