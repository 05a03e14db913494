package io.leasehold.logical;

import java.util.List;

/** Something with paths that the road can serve under a mount. */
public interface Engine {
    /** The type named in mount listings. */
    String type();

    /** Its paths; asked once at start-up. */
    List<EnginePath> paths();

    /** What the help of the mount says. */
    String help();
}
