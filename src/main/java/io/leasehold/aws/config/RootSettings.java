package io.leasehold.aws.config;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The readable part of the root configuration, as it is stored and as it is read back; the secret key is not in it.
 *
 * @param accessKey access key id of the engine's own IAM user; empty means the SDK's default credentials
 * @param region as given; empty means the server's
 * @param iamEndpoint URL, or empty for Amazon's own
 * @param stsEndpoint URL, or empty for Amazon's own
 * @param stsRegion of the endpoint; only with an endpoint
 * @param stsFallbackEndpoints tried in this order when the first does not answer; only with an endpoint
 * @param stsFallbackRegions one for each fallback endpoint
 * @param maxRetries of a call to AWS; negative means the SDK's standard, zero none
 * @param usernameTemplate for IAM user and session names
 * @param roleArn role of a workload identity
 * @param identityTokenAudience audience of a workload identity
 * @param identityTokenTtl seconds
 * @param rotationSchedule five cron fields, UTC
 * @param rotationWindow seconds
 * @param rotationPeriod seconds
 * @param disableAutomatedRotation whether schedule and period rest
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#configure-root-iam-credentials">Vault API</a>
 */
@RegisterForReflection
public record RootSettings(
        String accessKey,
        String region,
        String iamEndpoint,
        String stsEndpoint,
        String stsRegion,
        List<String> stsFallbackEndpoints,
        List<String> stsFallbackRegions,
        int maxRetries,
        String usernameTemplate,
        String roleArn,
        String identityTokenAudience,
        long identityTokenTtl,
        String rotationSchedule,
        long rotationWindow,
        long rotationPeriod,
        boolean disableAutomatedRotation) {
    /** The same after a rotation of the keys. */
    RootSettings withAccessKey(String newAccessKey) {
        return new RootSettings(
                newAccessKey,
                region,
                iamEndpoint,
                stsEndpoint,
                stsRegion,
                stsFallbackEndpoints,
                stsFallbackRegions,
                maxRetries,
                usernameTemplate,
                roleArn,
                identityTokenAudience,
                identityTokenTtl,
                rotationSchedule,
                rotationWindow,
                rotationPeriod,
                disableAutomatedRotation);
    }
}
