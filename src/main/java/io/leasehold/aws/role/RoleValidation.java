package io.leasehold.aws.role;

import static io.leasehold.aws.role.CredentialType.ASSUMED_ROLE;
import static io.leasehold.aws.role.CredentialType.IAM_USER;
import static io.leasehold.aws.role.CredentialType.SESSION_TOKEN;

import io.leasehold.logical.ErrorList;
import io.leasehold.logical.GoText;
import io.leasehold.logical.VaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which fields go together in a role. All complaints are collected, in a fixed order, and answered as one.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#create-update-role">Vault API</a>
 */
public final class RoleValidation {
    private static final Pattern USER_PATH = Pattern.compile("/([\\x21-\\x7F]{0,510}/)?");
    private static final String STS_TYPES =
            " parameter only valid for assumed_role, federation_token, and session_token credential types";

    private static final List<Rule> BEFORE_BOUNDARY = List.of(
            rule(role -> role.credentialTypes().isEmpty(), "did not supply credential_type"),
            RoleValidation::unknownType,
            rule(role -> !role.defaultStsTtl().isZero() && !givesSession(role), "default_sts_ttl" + STS_TYPES),
            rule(role -> !role.maxStsTtl().isZero() && !givesSession(role), "max_sts_ttl" + STS_TYPES),
            rule(
                    role -> !role.maxStsTtl().isZero() && role.defaultStsTtl().compareTo(role.maxStsTtl()) > 0,
                    "\"default_sts_ttl\" value must be less than or equal to \"max_sts_ttl\" value"),
            rule(
                    role -> !role.userPath().isEmpty() && !role.gives(IAM_USER),
                    "user_path parameter only valid for iam_user credential type"),
            rule(
                    role -> !role.userPath().isEmpty()
                            && role.gives(IAM_USER)
                            && !USER_PATH.matcher(role.userPath()).matches(),
                    "the specified value for user_path is invalid. It must match "
                            + "\"^\\\\/([\\\\x21-\\\\x7F]{0,510}\\\\/)?$\" regexp"),
            rule(
                    role -> !role.permissionsBoundaryArn().isEmpty() && !role.gives(IAM_USER),
                    "cannot supply permissions_boundary_arn when credential_type isn't iam_user"));

    private static final List<Rule> AFTER_BOUNDARY = List.of(
            rule(
                    role -> role.gives(SESSION_TOKEN) && (!role.policyDocument().isEmpty() || any(role.policyArns())),
                    "cannot supply a policy or role when using credential_type session_token"),
            rule(
                    role -> any(role.roleArns()) && !role.gives(ASSUMED_ROLE),
                    "cannot supply role_arns when credential_type isn't assumed_role"),
            rule(
                    role -> !role.sessionTags().orElse(Map.of()).isEmpty() && !role.gives(ASSUMED_ROLE),
                    "cannot supply session_tags when credential_type isn't assumed_role"),
            rule(
                    role -> !role.externalId().isEmpty() && !role.gives(ASSUMED_ROLE),
                    "cannot supply external_id when credential_type isn't assumed_role"));

    private RoleValidation() {}

    /**
     * Lets a sound role pass.
     *
     * @throws VaultException 400 with all complaints in Vault's wording
     */
    public static AwsRole check(AwsRole role) {
        List<String> complaints = complaints(role);
        if (complaints.isEmpty()) {
            return role;
        }
        throw VaultException.invalid(
                "error(s) validating supplied role data: " + GoText.quote(ErrorList.of(complaints)));
    }

    /** A malformed boundary is reported without the complaints before it, as Vault does. */
    private static List<String> complaints(AwsRole role) {
        List<String> complaints =
                new ArrayList<>(boundary(role).map(List::of).orElseGet(() -> apply(BEFORE_BOUNDARY, role)));
        complaints.addAll(apply(AFTER_BOUNDARY, role));
        return complaints;
    }

    private static List<String> apply(List<Rule> rules, AwsRole role) {
        return rules.stream().flatMap(rule -> rule.complaint(role).stream()).toList();
    }

    private static Optional<String> unknownType(AwsRole role) {
        return role.credentialTypes().stream()
                .filter(type -> CredentialType.find(type).isEmpty())
                .findFirst()
                .map(type -> "unrecognized credential type: " + type);
    }

    private static Optional<String> boundary(AwsRole role) {
        if (role.permissionsBoundaryArn().isEmpty() || !role.gives(IAM_USER)) {
            return Optional.empty();
        }
        return boundaryFault(role.permissionsBoundaryArn())
                .map(reason -> "invalid permissions_boundary_arn parameter: " + reason);
    }

    private static Optional<String> boundaryFault(String text) {
        try {
            Arn arn = Arn.parse(text);
            if (!arn.service().equals("iam")) {
                return Optional.of("expected a service of iam but got " + arn.service());
            }
            return arn.isIam("policy")
                    ? Optional.empty()
                    : Optional.of("expected a resource type of policy but got " + arn.resource());
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean givesSession(AwsRole role) {
        return !Collections.disjoint(role.types(), CredentialType.STS);
    }

    private static boolean any(Optional<? extends Collection<?>> items) {
        return items.filter(list -> !list.isEmpty()).isPresent();
    }

    private static Rule rule(Predicate<AwsRole> broken, String complaint) {
        return role -> broken.test(role) ? Optional.of(complaint) : Optional.empty();
    }

    /** One line of the table: what a role may be blamed for. */
    @FunctionalInterface
    private interface Rule {
        Optional<String> complaint(AwsRole role);
    }
}
