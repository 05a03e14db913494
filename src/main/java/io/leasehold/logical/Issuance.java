package io.leasehold.logical;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Credentials about to be made. Nothing happens in the world before the {@code Uni} is subscribed to; the road decides
 * when, and under which lease.
 */
public sealed interface Issuance {
    /** What a revoke will need. */
    Undo undo();

    /** The work at AWS, not yet started. */
    Uni<Credentials> credentials();

    /**
     * Leaves something behind at AWS: a pending lease is stored first, so that a crash at any point leaves a record of
     * what must be undone.
     *
     * @param terms of the lease
     */
    record PendingFirst(Undo undo, LeaseTerms terms, Uni<Credentials> credentials) implements Issuance {}

    /** Leaves nothing behind: the lease is stored once AWS has answered. */
    record AnswerFirst(Undo undo, Uni<Credentials> credentials) implements Issuance {}

    /**
     * What AWS gave.
     *
     * @param data the record for the answer's {@code data}
     * @param terms the lease terms as AWS left them
     * @param warnings for the caller
     */
    record Credentials(Object data, LeaseTerms terms, List<String> warnings) {}

    /**
     * How the work of a {@link PendingFirst} fails when the first step was refused, so that nothing was made: the pending
     * lease may go at once. To undo what was never made could hit what somebody else made under the same name.
     */
    final class NothingMade extends RuntimeException {
        private final transient VaultException refusal;

        /** Nothing was made, for this reason. */
        public NothingMade(VaultException refusal) {
            super(refusal.getMessage(), refusal, false, false);
            this.refusal = refusal;
        }

        /** The answer to the caller. */
        public VaultException refusal() {
            return refusal;
        }
    }
}
