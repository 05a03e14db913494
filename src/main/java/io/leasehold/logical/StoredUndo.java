package io.leasehold.logical;

import java.util.Map;

/**
 * An {@link Undo} as it rests in the lease table.
 *
 * @param kind the wire name of the credential type
 * @param facts what the engine needs to make the record anew
 */
public record StoredUndo(String kind, Map<String, String> facts) {}
