package io.leasehold.aws.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Lease times of IAM users at rest, in Go's notation. */
@Entity(name = "AwsConfigLeaseEntity")
@Table(name = "aws_config_lease")
class AwsConfigLeaseEntity {
    @Id
    @Column(name = "mount_accessor")
    String mountAccessor;

    @Column(nullable = false)
    String lease;

    @Column(name = "lease_max", nullable = false)
    String leaseMax;
}
