package io.leasehold.aws.role;

import io.leasehold.logical.GoText;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.Optional;

/**
 * What the old fields {@code policy} and {@code arn} mean today.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#legacy-parameters">Vault API</a>
 */
public final class LegacyRole {
    /** Goes with every answer to such a write. */
    public static final String WARNING =
            "Detected use of legacy role or policy parameter. Please upgrade to use the new parameters.";

    private LegacyRole() {}

    /**
     * The role that a legacy value stands for: an IAM role, a managed policy, or a policy document.
     *
     * @throws VaultException 400 when the value is none of these
     */
    public static AwsRole upgrade(String value) {
        return (value.startsWith("arn:") ? fromArn(value) : fromDocument(value))
                .orElseThrow(() -> VaultException.invalid("unable to parse supplied data: " + GoText.quote(value)));
    }

    private static Optional<AwsRole> fromArn(String value) {
        try {
            Arn arn = Arn.parse(value);
            return arn.resource().startsWith("role/")
                    ? Optional.of(AwsRole.legacy(List.of(CredentialType.ASSUMED_ROLE), List.of(value), List.of(), ""))
                    : Optional.of(arn)
                            .filter(policy -> policy.resource().startsWith("policy/"))
                            .map(policy ->
                                    AwsRole.legacy(List.of(CredentialType.IAM_USER), List.of(), List.of(value), ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<AwsRole> fromDocument(String value) {
        List<CredentialType> types = List.of(CredentialType.IAM_USER, CredentialType.FEDERATION_TOKEN);
        return PolicyDocument.isJson(value)
                ? Optional.of(AwsRole.legacy(types, List.of(), List.of(), PolicyDocument.compact(value)))
                : Optional.empty();
    }
}
