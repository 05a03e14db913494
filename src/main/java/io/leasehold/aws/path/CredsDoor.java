package io.leasehold.aws.path;

import static io.leasehold.aws.role.CredentialType.FEDERATION_TOKEN;
import static io.leasehold.aws.role.CredentialType.IAM_USER;

import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.VaultException;
import java.util.Set;

/** The two doors to credentials. For a modern role they are the same; a role of old times tells them apart. */
enum CredsDoor {
    /** {@code creds/{name}}. */
    CREDS(IAM_USER),
    /** {@code sts/{name}}. */
    STS(FEDERATION_TOKEN);

    private final CredentialType first;

    CredsDoor(CredentialType first) {
        this.first = first;
    }

    /**
     * Which type the role gives at this door.
     *
     * @throws VaultException 400 when a role of old times does not give its type here
     */
    CredentialType choose(AwsRole role) {
        Set<CredentialType> types = role.types();
        CredentialType type = types.contains(first) ? first : types.iterator().next();
        if (role.strictPath() && isWrongFor(type)) {
            throw VaultException.invalid("attempted to retrieve " + type.wireName() + " credentials through the "
                    + name().toLowerCase(java.util.Locale.ROOT) + " path; this is not allowed for legacy roles");
        }
        return type;
    }

    private boolean isWrongFor(CredentialType type) {
        return (this == CREDS) != (type == IAM_USER);
    }
}
