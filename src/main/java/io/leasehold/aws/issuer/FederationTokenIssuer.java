package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.AwsConnection;
import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.issuer.SessionPolicies.SessionPolicy;
import io.leasehold.aws.issuer.SessionTtlRule.SessionTtl;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;

/**
 * Sessions of the engine's own IAM user, narrowed by a policy. The engine needs the keys of a user; a role cannot.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">AWS
 *     GetFederationToken</a>
 */
@Singleton
final class FederationTokenIssuer implements CredentialIssuer {
    private final AwsClients clients;
    private final IssuedNames names;
    private final Clock clock;

    FederationTokenIssuer(AwsClients clients, IssuedNames names, Clock clock) {
        this.clients = clients;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public CredentialType type() {
        return CredentialType.FEDERATION_TOKEN;
    }

    @Override
    public Issuance prepare(IssueRequest request) {
        SessionTtl ttl = SessionTtlRule.decide(request.wish().ttl(), request.role(), request.mount());
        Plan plan = new Plan(request.role(), names.ofFederation(request), ttl);
        return new Issuance.AnswerFirst(
                new AwsUndo.FederationToken(plan.name),
                Uni.createFrom()
                        .item(() -> clients.connect(
                                request.mount().accessor(),
                                request.settings().root(),
                                request.role().namedArns()))
                        .chain(aws -> federate(aws, plan)));
    }

    /** AWS cannot end one federated session; ending the user behind it would end all others too. */
    @Override
    public Uni<Void> revoke(Revocation revocation) {
        return Uni.createFrom().voidItem();
    }

    private Uni<Issuance.Credentials> federate(AwsConnection aws, Plan plan) {
        return SessionPolicies.gather(aws.iam(), plan.role)
                .invoke(FederationTokenIssuer::demandPolicy)
                .chain(policy -> aws.sts().call(sts -> sts.getFederationToken(plan.toRequest(policy))))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> StsRefusal.explain((AwsRefusal) refusal, plan.ttl))
                .map(answer -> lease(answer, plan));
    }

    private static void demandPolicy(SessionPolicy policy) {
        if (policy.isEmpty()) {
            throw VaultException.invalid(
                    "must specify at least one of policy_arns or policy_document with federation_token credential_type");
        }
    }

    private Issuance.Credentials lease(GetFederationTokenResponse answer, Plan plan) {
        Session session = Session.of(answer.credentials(), clock);
        return session.leased(session.toSession(), plan.ttl.warnings());
    }

    private record Plan(AwsRole role, String name, SessionTtl ttl) {
        GetFederationTokenRequest toRequest(SessionPolicy policy) {
            return GetFederationTokenRequest.builder()
                    .name(name)
                    .durationSeconds(ttl.seconds())
                    .policy(policy.documentOrNull())
                    .policyArns(policy.descriptorsOrNull())
                    .build();
        }
    }
}
