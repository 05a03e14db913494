package io.leasehold.aws.path;

import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.config.ConfigRootRules;
import io.leasehold.aws.config.RootSettings;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.SecretString;
import java.time.Duration;
import java.util.Optional;

/** A write to the root configuration: what was sent goes over what is stored, and the result must be sound. */
final class RootWrite {
    private RootWrite() {}

    /**
     * The configuration after the write; every field that was not sent keeps its value.
     *
     * @throws io.leasehold.logical.VaultException 400 when it is not sound
     */
    static AwsConfigRoot merge(Optional<AwsConfigRoot> stored, FieldValues values) {
        AwsConfigRoot old = stored.orElseGet(AwsConfigRoot::none);
        SecretString secretKey =
                values.find(RootFields.SECRET_KEY).map(SecretString::of).orElse(old.secretKey());
        return ConfigRootRules.check(new AwsConfigRoot(settings(old.settings(), values), secretKey));
    }

    private static RootSettings settings(RootSettings old, FieldValues values) {
        return new RootSettings(
                values.getOr(RootFields.ACCESS_KEY, old.accessKey()),
                values.getOr(RootFields.REGION, old.region()),
                values.getOr(RootFields.IAM_ENDPOINT, old.iamEndpoint()),
                values.getOr(RootFields.STS_ENDPOINT, old.stsEndpoint()),
                values.getOr(RootFields.STS_REGION, old.stsRegion()),
                values.getOr(RootFields.STS_FALLBACK_ENDPOINTS, old.stsFallbackEndpoints()),
                values.getOr(RootFields.STS_FALLBACK_REGIONS, old.stsFallbackRegions()),
                values.getOr(RootFields.MAX_RETRIES, old.maxRetries()),
                values.find(RootFields.USERNAME_TEMPLATE)
                        .map(RootWrite::template)
                        .orElse(old.usernameTemplate()),
                values.getOr(RootFields.ROLE_ARN, old.roleArn()),
                values.getOr(RootFields.IDENTITY_TOKEN_AUDIENCE, old.identityTokenAudience()),
                seconds(values, RootFields.IDENTITY_TOKEN_TTL, old.identityTokenTtl()),
                values.getOr(RootFields.ROTATION_SCHEDULE, old.rotationSchedule()),
                seconds(values, RootFields.ROTATION_WINDOW, old.rotationWindow()),
                seconds(values, RootFields.ROTATION_PERIOD, old.rotationPeriod()),
                values.getOr(RootFields.DISABLE_AUTOMATED_ROTATION, old.disableAutomatedRotation()));
    }

    private static String template(String sent) {
        return sent.isEmpty() ? UsernameTemplate.DEFAULT : sent;
    }

    private static long seconds(FieldValues values, Field<Duration> field, long old) {
        return values.find(field).map(Duration::getSeconds).orElse(old);
    }
}
