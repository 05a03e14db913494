package io.leasehold.logical;

/** Where random names come from; replaced in tests. */
public interface Ids {
    /** A random UUID, for requests and mounts. */
    String uuid();

    /** Random characters of {@code [0-9A-Za-z]} from a cryptographic source; 24 of them hold 142 bits. */
    String base62(int length);

    /** Random lower-case hex digits. */
    String hex(int length);
}
