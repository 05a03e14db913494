package io.leasehold.aws.path;

import io.leasehold.aws.role.AwsRole;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * A role as it is read back. Lists and maps that were never set are null.
 *
 * @param credentialType one wire name; two with a comma for an upgraded role of old times
 * @param roleArns see {@link AwsRole}
 * @param policyArns see {@link AwsRole}
 * @param policyDocument see {@link AwsRole}
 * @param iamGroups see {@link AwsRole}
 * @param iamTags see {@link AwsRole}
 * @param sessionTags see {@link AwsRole}
 * @param externalId see {@link AwsRole}
 * @param defaultStsTtl seconds
 * @param maxStsTtl seconds
 * @param userPath see {@link AwsRole}
 * @param permissionsBoundaryArn see {@link AwsRole}
 * @param mfaSerialNumber see {@link AwsRole}
 */
@RegisterForReflection
public record ReadRole(
        String credentialType,
        List<String> roleArns,
        List<String> policyArns,
        String policyDocument,
        List<String> iamGroups,
        Map<String, String> iamTags,
        Map<String, String> sessionTags,
        String externalId,
        long defaultStsTtl,
        long maxStsTtl,
        String userPath,
        String permissionsBoundaryArn,
        String mfaSerialNumber) {
    static ReadRole of(AwsRole role) {
        return new ReadRole(
                String.join(",", role.credentialTypes()),
                role.roleArns().orElse(null),
                role.policyArns().orElse(null),
                role.policyDocument(),
                role.iamGroups().orElse(null),
                role.iamTags().orElse(null),
                role.sessionTags().orElse(null),
                role.externalId(),
                role.defaultStsTtl().getSeconds(),
                role.maxStsTtl().getSeconds(),
                role.userPath(),
                role.permissionsBoundaryArn(),
                role.mfaSerialNumber());
    }
}
