package io.leasehold.logical;

import java.util.List;

/** What an engine says to the renewal of a lease. */
public sealed interface Renewal {
    /** Extend it under these terms; the limits of the mount still hold. */
    record Extend(LeaseTerms terms) implements Renewal {}

    /** Its end cannot be moved; answer with what is left. */
    record Remains(List<String> warnings) implements Renewal {}

    /** Refuse: the lease is not renewable. */
    record Refuse() implements Renewal {}
}
