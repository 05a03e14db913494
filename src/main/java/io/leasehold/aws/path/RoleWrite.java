package io.leasehold.aws.path;

import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.LegacyRole;
import io.leasehold.aws.role.PolicyDocument;
import io.leasehold.aws.role.RoleValidation;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A write to a role: what was sent goes over what is stored, and the result must be sound. */
final class RoleWrite {
    private final FieldValues values;
    private final String legacy;

    /**
     * Reads a write.
     *
     * @throws VaultException 400 when legacy and modern fields are mixed, 500 when both legacy fields are given
     */
    RoleWrite(FieldValues values) {
        this.values = values;
        this.legacy = legacy(values);
    }

    private static String legacy(FieldValues values) {
        String policy = values.getOr(RoleFields.POLICY, "");
        String arn = values.getOr(RoleFields.ARN, "");
        if (!policy.isEmpty() && !arn.isEmpty()) {
            throw VaultException.failed("only one of policy or arn should be provided");
        }
        String legacy = policy + arn;
        if (!legacy.isEmpty()) {
            refuseMixture(values);
        }
        return legacy;
    }

    private static void refuseMixture(FieldValues values) {
        String refused = "cannot supply deprecated role or policy parameters with ";
        if (values.has(RoleFields.CREDENTIAL_TYPE)) {
            throw VaultException.invalid(refused + "an explicit credential_type");
        }
        RoleFields.NOT_WITH_LEGACY.stream().filter(values::has).findFirst().ifPresent(field -> {
            throw VaultException.invalid(refused + field.name());
        });
    }

    /** Texts for the caller. */
    List<String> warnings() {
        return legacy.isEmpty() ? List.of() : List.of(LegacyRole.WARNING);
    }

    /**
     * The role after the write.
     *
     * @throws VaultException 400 when it is not sound
     */
    AwsRole applyTo(Optional<AwsRole> stored) {
        return RoleValidation.check(
                legacy.isEmpty() ? merge(stored.orElseGet(AwsRole::empty)) : LegacyRole.upgrade(legacy));
    }

    private AwsRole merge(AwsRole old) {
        return new AwsRole(
                values.find(RoleFields.CREDENTIAL_TYPE).map(RoleWrite::types).orElse(old.credentialTypes()),
                roleArns().or(old::roleArns),
                values.find(RoleFields.POLICY_ARNS).or(old::policyArns),
                values.find(RoleFields.POLICY_DOCUMENT)
                        .map(PolicyDocument::compact)
                        .orElse(old.policyDocument()),
                values.find(RoleFields.IAM_GROUPS).or(old::iamGroups),
                values.find(RoleFields.IAM_TAGS).or(old::iamTags),
                values.find(RoleFields.SESSION_TAGS).or(old::sessionTags),
                values.getOr(RoleFields.EXTERNAL_ID, old.externalId()),
                values.getOr(RoleFields.DEFAULT_STS_TTL, old.defaultStsTtl()),
                values.getOr(RoleFields.MAX_STS_TTL, old.maxStsTtl()),
                values.getOr(RoleFields.USER_PATH, old.userPath()),
                values.getOr(RoleFields.PERMISSIONS_BOUNDARY_ARN, old.permissionsBoundaryArn()),
                values.getOr(RoleFields.MFA_SERIAL_NUMBER, old.mfaSerialNumber()),
                false);
    }

    private static List<String> types(String name) {
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private Optional<List<String>> roleArns() {
        if (!values.has(RoleFields.ROLE_ARNS) && !values.has(RoleFields.ROLE_ARN)) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(sent(RoleFields.ROLE_ARNS), sent(RoleFields.ROLE_ARN))
                .distinct()
                .toList());
    }

    private Stream<String> sent(Field<List<String>> field) {
        return values.getOr(field, List.of()).stream();
    }
}
