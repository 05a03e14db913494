package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.AwsException;

/** What happens to one call. */
sealed interface Fault {

    /** Nothing: it is answered. */
    record None() implements Fault {}

    /** It is refused without a look at it. */
    record Refuse(AwsException refusal) implements Fault {}

    /** It is not run and not answered. */
    record Drop() implements Fault {}

    /** It is run but not answered. */
    record LoseAnswer() implements Fault {}
}
