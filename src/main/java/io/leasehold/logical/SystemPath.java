package io.leasehold.logical;

import java.util.List;

/** Paths below {@code sys/}; each feature brings its own and the road collects them. */
public interface SystemPath {
    /** The path in all its spellings, legacy ones included. */
    List<EnginePath.Definition> definitions();
}
