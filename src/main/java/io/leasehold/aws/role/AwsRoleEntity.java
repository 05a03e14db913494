package io.leasehold.aws.role;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A role at rest: one JSON text, so that a new field needs no migration. Holds no secret. */
@Entity(name = "AwsRoleEntity")
@Table(name = "aws_role")
class AwsRoleEntity {
    @EmbeddedId
    Key key;

    @Column(nullable = false)
    String document;

    /** Mount first, so that one engine can be mounted many times. */
    @Embeddable
    record Key(
            @Column(name = "mount_accessor") String mountAccessor,
            @Column(name = "name") String name) implements Serializable {}
}
