package io.leasehold.aws.client;

import io.leasehold.aws.config.EndpointUrl;
import io.leasehold.aws.config.RootSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the calls of a mount go.
 *
 * @param iam one place; IAM is global within a partition
 * @param sts in the order in which they are tried
 */
record AwsTargets(Target iam, List<Target> sts) {
    /**
     * Reads the targets from a configuration. A region that nobody names follows the partition.
     *
     * @param partition that the role's ARNs name, if any
     */
    static AwsTargets of(RootSettings settings, AwsEndpointConfig defaults, Optional<Partition> partition) {
        String region = firstOf(
                settings.region(),
                defaults.region().orElse(""),
                partition.orElse(Partition.AWS).homeRegion());
        Target iam = new Target(region, endpoint(settings.iamEndpoint(), defaults.iamEndpoint()));
        return new AwsTargets(iam, settings.stsEndpoint().isEmpty() ? own(region, defaults) : given(settings, region));
    }

    private static List<Target> own(String region, AwsEndpointConfig defaults) {
        return List.of(new Target(region, defaults.stsEndpoint()));
    }

    private static List<Target> given(RootSettings settings, String region) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(
                firstOf(settings.stsRegion(), region), Optional.of(EndpointUrl.parse(settings.stsEndpoint()))));
        for (int i = 0; i < settings.stsFallbackEndpoints().size(); i++) {
            URI endpoint = EndpointUrl.parse(settings.stsFallbackEndpoints().get(i));
            targets.add(new Target(settings.stsFallbackRegions().get(i), Optional.of(endpoint)));
        }
        return List.copyOf(targets);
    }

    private static Optional<URI> endpoint(String given, Optional<URI> otherwise) {
        return given.isEmpty() ? otherwise : Optional.of(EndpointUrl.parse(given));
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /**
     * @param region that calls are signed for
     * @param endpoint absent means Amazon's own for the region
     */
    record Target(String region, Optional<URI> endpoint) {}
}
