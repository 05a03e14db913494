package io.leasehold.pipeline;

import io.leasehold.logical.EnginePath;
import io.leasehold.logical.Guard;
import io.leasehold.logical.PathOperation;
import io.leasehold.logical.VaultException;
import java.util.Map;

/** Where a request leads. Known before the caller is let through, said only afterwards. */
sealed interface Route {
    /** What the path demands; where nothing is found, no less than a token. */
    default Guard guard() {
        return Guard.TOKEN;
    }

    /** A path with the operation. */
    record Found(EnginePath.Definition definition, PathOperation operation, String path, Map<String, String> captures)
            implements Route {
        @Override
        public Guard guard() {
            return definition.guard();
        }
    }

    /** A help text instead of the operation. */
    record Help(String text) implements Route {}

    /** A dead end, with the answer for those who may know. */
    record Nowhere(VaultException answer) implements Route {}
}
