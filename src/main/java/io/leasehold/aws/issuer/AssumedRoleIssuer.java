package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.AwsConnection;
import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.issuer.SessionPolicies.SessionPolicy;
import io.leasehold.aws.issuer.SessionTtlRule.SessionTtl;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.GoText;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.Revocation;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * Sessions of an IAM role.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AWS AssumeRole</a>
 */
@Singleton
final class AssumedRoleIssuer implements CredentialIssuer {
    private static final String REFUSED = "Error assuming role: ";

    private final AwsClients clients;
    private final IssuedNames names;
    private final Clock clock;

    AssumedRoleIssuer(AwsClients clients, IssuedNames names, Clock clock) {
        this.clients = clients;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public CredentialType type() {
        return CredentialType.ASSUMED_ROLE;
    }

    @Override
    public Issuance prepare(IssueRequest request) {
        String arn = chooseArn(request);
        SessionTtl ttl = SessionTtlRule.decide(request.wish().ttl(), request.role(), request.mount());
        Plan plan = new Plan(request.role(), arn, names.ofRoleSession(request), ttl);
        return new Issuance.AnswerFirst(
                new AwsUndo.AssumedRole(plan.sessionName, arn),
                Uni.createFrom()
                        .item(() -> clients.connect(
                                request.mount().accessor(), request.settings().root(), List.of(arn)))
                        .chain(aws -> assume(aws, plan)));
    }

    /** AWS cannot end one session of a role, so there is nothing to do but forget the lease. */
    @Override
    public Uni<Void> revoke(Revocation revocation) {
        return Uni.createFrom().voidItem();
    }

    private static String chooseArn(IssueRequest request) {
        String wish = request.wish().roleArn();
        List<String> allowed = request.role().roleArns().orElse(List.of());
        if (wish.isEmpty() && allowed.size() == 1) {
            return allowed.get(0);
        }
        if (wish.isEmpty()) {
            throw VaultException.invalid("did not supply a role_arn parameter and unable to determine one");
        }
        if (allowed.contains(wish)) {
            return wish;
        }
        throw VaultException.invalid("role_arn " + GoText.quote(wish) + " not in allowed role arns for Vault role "
                + GoText.quote(request.roleName()));
    }

    private Uni<Issuance.Credentials> assume(AwsConnection aws, Plan plan) {
        return SessionPolicies.gather(aws.iam(), plan.role)
                .chain(policy -> aws.sts()
                        .call(sts -> sts.assumeRole(plan.toRequest(policy)))
                        .onFailure(AwsRefusal.class)
                        .recoverWithUni(refusal -> refuse(aws, plan, (AwsRefusal) refusal)))
                .map(answer -> lease(answer, plan));
    }

    private Issuance.Credentials lease(AssumeRoleResponse answer, Plan plan) {
        Session session = Session.of(answer.credentials(), clock);
        return session.leased(session.toAssumedRole(answer.assumedRoleUser().arn()), plan.ttl.warnings());
    }

    private static Uni<AssumeRoleResponse> refuse(AwsConnection aws, Plan plan, AwsRefusal refusal) {
        if (!TtlExplanation.isRoleCeiling(refusal)) {
            String explanation = TtlExplanation.ofFixedLimit(refusal, plan.ttl.duration());
            return Uni.createFrom().failure(refusal.toVault(REFUSED, explanation));
        }
        return RoleCeiling.find(aws.iam(), plan.arn)
                .map(ceiling -> TtlExplanation.ofRoleCeiling(plan.arn, plan.ttl.duration(), ceiling))
                .chain(explanation -> Uni.createFrom().failure(refusal.toVault(REFUSED, explanation)));
    }

    private record Plan(AwsRole role, String arn, String sessionName, SessionTtl ttl) {
        AssumeRoleRequest toRequest(SessionPolicy policy) {
            return AssumeRoleRequest.builder()
                    .roleArn(arn)
                    .roleSessionName(sessionName)
                    .durationSeconds(ttl.seconds())
                    .externalId(role.externalId().isEmpty() ? null : role.externalId())
                    .policy(policy.documentOrNull())
                    .policyArns(policy.descriptorsOrNull())
                    .tags(tagsOrNull())
                    .build();
        }

        /** The tags, or {@code null} so that the SDK leaves the list out and AWS asks for no right to tag. */
        private List<Tag> tagsOrNull() {
            if (role.sessionTags().orElse(Map.of()).isEmpty()) {
                return null;
            }
            return role.sessionTags().orElse(Map.of()).entrySet().stream()
                    .map(tag -> Tag.builder()
                            .key(tag.getKey())
                            .value(tag.getValue())
                            .build())
                    .toList();
        }
    }
}
