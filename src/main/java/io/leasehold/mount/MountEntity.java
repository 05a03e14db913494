package io.leasehold.mount;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the mount table. */
@Entity
@Table(name = "mount")
class MountEntity {
    @Id
    String accessor;

    String uuid;
    String path;
    String type;
    String description;

    @Column(name = "default_lease_ttl")
    long defaultLeaseTtl;

    @Column(name = "max_lease_ttl")
    long maxLeaseTtl;

    @Column(name = "force_no_cache")
    boolean forceNoCache;

    boolean local;

    @Column(name = "seal_wrap")
    boolean sealWrap;

    @Column(name = "external_entropy_access")
    boolean externalEntropyAccess;

    /** JSON object, or null where options were never given. */
    String options;

    /** JSON object of further settings. */
    String tuning;

    boolean tainted;
}
