package io.leasehold.aws.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where AWS is found when a mount does not say. */
@ConfigMapping(prefix = "leasehold.aws")
public interface AwsEndpointConfig {
    /** URL of STS for mounts without {@code sts_endpoint}; absent means Amazon's own for the region. */
    Optional<URI> stsEndpoint();

    /** URL of IAM for mounts without {@code iam_endpoint}; absent means Amazon's own for the partition. */
    Optional<URI> iamEndpoint();

    /** Region for mounts without one; absent means the home region of the partition that the role's ARNs name. */
    @WithDefault("${AWS_REGION:${AWS_DEFAULT_REGION:}}")
    Optional<String> region();
}
