package io.leasehold.logical;

import io.smallrye.mutiny.Uni;

/** What a path does for one operation. */
@FunctionalInterface
public interface PathOperation {
    /** Does the work; failures are {@link VaultException}s. */
    Uni<LogicalResponse> handle(PathRequest request);
}
