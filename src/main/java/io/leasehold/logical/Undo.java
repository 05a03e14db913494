package io.leasehold.logical;

import java.util.Map;

/**
 * What a revoke will need to know. Stored with the lease before or as soon as credentials exist; holds no secret.
 *
 * <p>Each engine has its own sealed family of records.
 */
public interface Undo {
    /** The wire name of the credential type; selects who can revoke it. */
    String kind();

    /** Facts as text, enough to make the record anew. */
    Map<String, String> facts();

    /** Whether a revoke has anything to do in the world, or is bookkeeping only. */
    boolean leavesTrace();
}
