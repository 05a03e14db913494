package io.leasehold.aws.path;

import io.leasehold.aws.AwsPath;
import io.leasehold.aws.config.AwsConfigLease;
import io.leasehold.aws.config.AwsConfigs;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.GoDuration;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * {@code config/lease}: lease times of IAM users.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-lease">Vault API</a>
 */
@Singleton
final class ConfigLeasePath implements AwsPath {
    private static final Field<String> LEASE =
            Field.string("lease", "Lease of an IAM user as a duration such as 30m; 0 means the mount's default.");
    private static final Field<String> LEASE_MAX = Field.string(
            "lease_max", "Longest life of an IAM user as a duration such as 12h; 0 means the mount's maximum.");

    private final AwsConfigs configs;

    ConfigLeasePath(AwsConfigs configs) {
        this.configs = configs;
    }

    @Override
    public Definition definition() {
        return Definition.at("config/lease")
                .guardedBy(Guard.TOKEN)
                .understands(LEASE, LEASE_MAX)
                .on(Operation.READ, this::read)
                .on(Operation.UPDATE, this::write)
                .help("Reads or writes the lease times of IAM users. Both are always needed.");
    }

    private Uni<LogicalResponse> read(PathRequest request) {
        return configs.findLease(request.mount())
                .map(found -> found.orElseThrow(VaultException::notFound))
                .map(lease -> LogicalResponse.data(ReadLease.of(lease)));
    }

    private Uni<LogicalResponse> write(PathRequest request) {
        return configs.storeLease(request.mount(), parse(request.values())).replaceWith(LogicalResponse.empty());
    }

    static AwsConfigLease parse(FieldValues values) {
        return new AwsConfigLease(
                duration(LEASE, required(LEASE, values)), duration(LEASE_MAX, required(LEASE_MAX, values)));
    }

    private static String required(Field<String> field, FieldValues values) {
        return values.find(field)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> VaultException.invalid("'" + field.name() + "' is a required parameter"));
    }

    private static Duration duration(Field<String> field, String text) {
        try {
            Duration duration = GoDuration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("Invalid " + field.name() + ": " + e.getMessage());
        }
        throw VaultException.invalid("Invalid " + field.name() + ": cannot provide negative value '" + text + "'");
    }

    /**
     * @param lease in Go's notation
     * @param leaseMax in Go's notation
     */
    @RegisterForReflection
    record ReadLease(String lease, String leaseMax) {
        static ReadLease of(AwsConfigLease config) {
            return new ReadLease(GoDuration.format(config.lease()), GoDuration.format(config.leaseMax()));
        }
    }
}
