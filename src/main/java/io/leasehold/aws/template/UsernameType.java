package io.leasehold.aws.template;

/**
 * What a name is made for; the constant's name is the value of {@code .Type} in a template. IAM users and the session
 * names of assumed roles are {@code IAM}, federation tokens are {@code STS}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/aws#username_template">Vault: username_template</a>
 */
public enum UsernameType {
    /** An IAM user name or a role session name: at most 64 bytes. */
    IAM(64),
    /** The name of a federated user: at most 32 bytes. */
    STS(32);

    private final int limit;

    UsernameType(int limit) {
        this.limit = limit;
    }

    /** The most bytes that a name of this type may have. */
    public int limit() {
        return limit;
    }
}
