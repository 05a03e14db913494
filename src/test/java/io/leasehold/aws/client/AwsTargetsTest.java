package io.leasehold.aws.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.aws.client.AwsTargets.Target;
import io.leasehold.aws.config.RootSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.endpoints.IamEndpointParams;
import software.amazon.awssdk.services.iam.endpoints.IamEndpointProvider;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointParams;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

class AwsTargetsTest {
    private static final AwsEndpointConfig NO_DEFAULTS = SandboxMount.endpoints(Optional.empty(), Optional.empty());

    private static RootSettings settings(String region, String stsEndpoint, String stsRegion, List<String> fallbacks) {
        return new RootSettings(
                "",
                region,
                "",
                stsEndpoint,
                stsRegion,
                fallbacks.stream().map(name -> "https://" + name + ".example").toList(),
                fallbacks,
                -1,
                "",
                "",
                "",
                0,
                "",
                0,
                0,
                false);
    }

    static Stream<Arguments> regions() {
        return Stream.of(
                arguments("", Optional.empty(), List.of(), "us-east-1"),
                arguments("", Optional.empty(), List.of("arn:aws-cn:iam::1:role/x"), "cn-north-1"),
                arguments("", Optional.empty(), List.of("", "arn:aws-us-gov:iam::1:role/x"), "us-gov-west-1"),
                arguments("", Optional.of("eu-west-1"), List.of("arn:aws-cn:iam::1:role/x"), "eu-west-1"),
                arguments("cn-northwest-1", Optional.of("eu-west-1"), List.of(), "cn-northwest-1"));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void theRegionIsTheMountsThenTheServersThenThatOfThePartition(
            String region, Optional<String> server, List<String> arns, String expected) {
        // When
        AwsTargets targets = AwsTargets.of(
                settings(region, "", "", List.of()),
                SandboxMount.endpoints(Optional.empty(), server),
                Partition.ofArns(arns));

        // Then
        assertEquals(new Target(expected, Optional.empty()), targets.iam());
        assertEquals(List.of(new Target(expected, Optional.empty())), targets.sts());
    }

    @Test
    void fallbacksFollowAGivenEndpointInOrder() {
        // Given
        RootSettings settings = settings("eu-west-1", "https://first.example", "eu-west-3", List.of("a", "b"));

        // When
        AwsTargets targets = AwsTargets.of(settings, NO_DEFAULTS, Optional.empty());

        // Then
        assertEquals(
                List.of(
                        new Target("eu-west-3", Optional.of(URI.create("https://first.example"))),
                        new Target("a", Optional.of(URI.create("https://a.example"))),
                        new Target("b", Optional.of(URI.create("https://b.example")))),
                targets.sts());
    }

    @Test
    void withoutAnEndpointStsRegionAndFallbacksHaveNoEffect() {
        // Given
        RootSettings settings = settings("eu-west-1", "", "eu-west-3", List.of("a"));

        // When
        AwsTargets targets = AwsTargets.of(settings, NO_DEFAULTS, Optional.empty());

        // Then
        assertEquals(List.of(new Target("eu-west-1", Optional.empty())), targets.sts());
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, AWS",
        "eu-central-1, AWS",
        "cn-north-1, CHINA",
        "us-gov-east-1, GOV_CLOUD",
        "us-iso-east-1, ISO",
        "us-isob-east-1, ISO_B",
        "eusc-de-east-1, EUROPE"
    })
    void aRegionTellsItsPartition(String region, Partition partition) {
        // When
        Partition actual = Partition.ofRegion(region);

        // Then
        assertEquals(partition, actual);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, https://sts.us-east-1.amazonaws.com, https://iam.amazonaws.com",
        "CHINA, https://sts.cn-north-1.amazonaws.com.cn, https://iam.cn-north-1.amazonaws.com.cn",
        "GOV_CLOUD, https://sts.us-gov-west-1.amazonaws.com, https://iam.us-gov.amazonaws.com"
    })
    void theSdkKnowsTheEndpointsOfAPartition(Partition partition, URI sts, URI iam) {
        // Given
        software.amazon.awssdk.regions.Region region = software.amazon.awssdk.regions.Region.of(partition.homeRegion());

        // When
        URI actualSts = StsEndpointProvider.defaultProvider()
                .resolveEndpoint(StsEndpointParams.builder()
                        .region(region)
                        .useGlobalEndpoint(false)
                        .build())
                .join()
                .url();
        URI actualIam = IamEndpointProvider.defaultProvider()
                .resolveEndpoint(IamEndpointParams.builder().region(region).build())
                .join()
                .url();

        // Then
        assertEquals(sts, actualSts);
        assertEquals(iam, actualIam);
    }
}
