package io.leasehold.aws.role;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Vault role of the AWS engine: what credentials it gives and with which rights. A list or map that was never set is
 * absent, one that was cleared is empty; the wire shows the difference.
 *
 * @param credentialTypes wire names, one for a modern role; kept as text so that an unknown one can be reported
 * @param roleArns IAM roles that the caller may pick from
 * @param policyArns managed policies, attached to a user or given to a session
 * @param policyDocument JSON without white space, or empty
 * @param iamGroups groups to join, or groups whose policies narrow a session
 * @param iamTags tags of the IAM user
 * @param sessionTags tags of the session
 * @param externalId demanded by the trust policy of another account, or empty
 * @param defaultStsTtl zero when not set
 * @param maxStsTtl zero when not set
 * @param userPath IAM path of the user; empty means {@code /}
 * @param permissionsBoundaryArn policy that bounds the user, or empty
 * @param mfaSerialNumber device that vouches for a session token, or empty
 * @param strictPath a role from the days of {@code policy} and {@code arn}: {@code creds} gives only IAM users,
 *     {@code sts} only sessions
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#create-update-role">Vault API</a>
 */
@RegisterForReflection
public record AwsRole(
        List<String> credentialTypes,
        Optional<List<String>> roleArns,
        Optional<List<String>> policyArns,
        String policyDocument,
        Optional<List<String>> iamGroups,
        Optional<Map<String, String>> iamTags,
        Optional<Map<String, String>> sessionTags,
        String externalId,
        Duration defaultStsTtl,
        Duration maxStsTtl,
        String userPath,
        String permissionsBoundaryArn,
        String mfaSerialNumber,
        boolean strictPath) {
    private static final AwsRole EMPTY = new AwsRole(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Duration.ZERO,
            Duration.ZERO,
            "",
            "",
            "",
            false);

    /** A role before its first write. */
    public static AwsRole empty() {
        return EMPTY;
    }

    /** A role from the days of {@code policy} and {@code arn}. */
    static AwsRole legacy(List<CredentialType> types, List<String> roleArns, List<String> policyArns, String document) {
        return new AwsRole(
                types.stream().map(CredentialType::wireName).toList(),
                Optional.of(roleArns).filter(arns -> !arns.isEmpty()),
                Optional.of(policyArns).filter(arns -> !arns.isEmpty()),
                document,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Duration.ZERO,
                Duration.ZERO,
                "",
                "",
                "",
                true);
    }

    /** The known types among {@link #credentialTypes()}. */
    public Set<CredentialType> types() {
        return credentialTypes.stream()
                .flatMap(name -> CredentialType.find(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the role gives that type. */
    public boolean gives(CredentialType type) {
        return credentialTypes.contains(type.wireName());
    }

    /** ARNs that the role names, from which its partition can be told. */
    public List<String> namedArns() {
        List<String> arns = new ArrayList<>();
        Stream.of(roleArns, policyArns).flatMap(Optional::stream).forEach(arns::addAll);
        arns.add(permissionsBoundaryArn);
        return arns;
    }
}
