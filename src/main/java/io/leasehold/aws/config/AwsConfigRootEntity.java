package io.leasehold.aws.config;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The root configuration at rest; the secret key is sealed. */
@Entity(name = "AwsConfigRootEntity")
@Table(name = "aws_config_root")
class AwsConfigRootEntity {
    @Id
    @Column(name = "mount_accessor")
    String mountAccessor;

    @Column(nullable = false)
    String settings;

    @Column(name = "secret_key")
    byte[] secretKey;
}
