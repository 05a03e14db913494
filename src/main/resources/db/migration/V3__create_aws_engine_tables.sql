-- The AWS secrets engine. Every row belongs to a mount; the accessor comes first in every key.

-- The root configuration: what may be read back as JSON text; the secret key apart, sealed, bound to its row.
CREATE TABLE aws_config_root (
    mount_accessor text  PRIMARY KEY,
    settings       text  NOT NULL,
    secret_key     bytea
);

-- Lease times of IAM users, in Go's notation.
CREATE TABLE aws_config_lease (
    mount_accessor text PRIMARY KEY,
    lease          text NOT NULL,
    lease_max      text NOT NULL
);

CREATE TABLE aws_role (
    mount_accessor text NOT NULL,
    name           text NOT NULL,
    document       text NOT NULL,
    PRIMARY KEY (mount_accessor, name)
);

CREATE TRIGGER aws_config_root_changed AFTER INSERT OR UPDATE OR DELETE ON aws_config_root
    FOR EACH STATEMENT EXECUTE FUNCTION raise_configuration_version();

CREATE TRIGGER aws_config_lease_changed AFTER INSERT OR UPDATE OR DELETE ON aws_config_lease
    FOR EACH STATEMENT EXECUTE FUNCTION raise_configuration_version();

CREATE TRIGGER aws_role_changed AFTER INSERT OR UPDATE OR DELETE ON aws_role
    FOR EACH STATEMENT EXECUTE FUNCTION raise_configuration_version();
