package io.leasehold.aws.client;

import io.leasehold.aws.role.Arn;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * A walled-off part of AWS with its own accounts, endpoints and keys.
 *
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">AWS
 *     partitions</a>
 */
public enum Partition {
    /** Commercial regions. */
    AWS("aws", "us-east-1", ""),
    /** China. */
    CHINA("aws-cn", "cn-north-1", "cn-"),
    /** GovCloud. */
    GOV_CLOUD("aws-us-gov", "us-gov-west-1", "us-gov-"),
    /** Isolated regions. */
    ISO("aws-iso", "us-iso-east-1", "us-iso-"),
    /** Isolated regions, second kind. */
    ISO_B("aws-iso-b", "us-isob-east-1", "us-isob-"),
    /** European sovereign cloud. */
    EUROPE("aws-eusc", "eusc-de-east-1", "eusc-");

    private final String id;
    private final String homeRegion;
    private final String regionPrefix;

    Partition(String id, String homeRegion, String regionPrefix) {
        this.id = id;
        this.homeRegion = homeRegion;
        this.regionPrefix = regionPrefix;
    }

    /** The part of an ARN after {@code arn:}. */
    public String id() {
        return id;
    }

    /** The region to speak to when nothing else names one. */
    public String homeRegion() {
        return homeRegion;
    }

    /** The partition that a region belongs to. */
    public static Partition ofRegion(String region) {
        return Arrays.stream(values())
                .filter(partition -> !partition.regionPrefix.isEmpty() && region.startsWith(partition.regionPrefix))
                .findFirst()
                .orElse(AWS);
    }

    /** The partition with that id, if it is known. */
    public static Optional<Partition> find(String id) {
        return Arrays.stream(values())
                .filter(partition -> partition.id.equals(id))
                .findFirst();
    }

    /** The partition that the first readable ARN names, if there is one. */
    public static Optional<Partition> ofArns(Collection<String> arns) {
        return arns.stream().flatMap(arn -> ofArn(arn).stream()).findFirst();
    }

    private static Optional<Partition> ofArn(String text) {
        try {
            return find(Arn.parse(text).partition());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
