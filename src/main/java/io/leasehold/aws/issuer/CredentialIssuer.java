package io.leasehold.aws.issuer;

import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;

/** Gives out and takes back one type of credentials. */
public interface CredentialIssuer {
    /** The type that it is for. */
    CredentialType type();

    /**
     * Decides names, terms and what an undo will need. Touches nothing; the work at AWS waits in the issuance.
     *
     * @throws VaultException for a request that can be refused without asking AWS
     */
    Issuance prepare(IssueRequest request);

    /** Ends what a lease stands for; what is gone already counts as ended. Fails with {@link VaultException}. */
    Uni<Void> revoke(Revocation revocation);
}
