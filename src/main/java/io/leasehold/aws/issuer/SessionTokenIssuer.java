package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsClients;
import io.leasehold.aws.client.AwsConnection;
import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.issuer.SessionTtlRule.SessionTtl;
import io.leasehold.aws.role.CredentialType;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.Revocation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/**
 * Sessions of the engine's own IAM user with all its rights. The engine needs the keys of a user; a role cannot.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">AWS GetSessionToken</a>
 */
@Singleton
final class SessionTokenIssuer implements CredentialIssuer {
    private final AwsClients clients;
    private final Clock clock;

    SessionTokenIssuer(AwsClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public CredentialType type() {
        return CredentialType.SESSION_TOKEN;
    }

    @Override
    public Issuance prepare(IssueRequest request) {
        SessionTtl ttl = SessionTtlRule.decide(request.wish().ttl(), request.role(), request.mount());
        return new Issuance.AnswerFirst(
                new AwsUndo.SessionToken(),
                Uni.createFrom()
                        .item(() -> clients.connect(
                                request.mount().accessor(), request.settings().root(), List.of()))
                        .chain(aws -> begin(aws, request, ttl)));
    }

    /** AWS cannot end one session of a user; ending the user would end the engine's own access. */
    @Override
    public Uni<Void> revoke(Revocation revocation) {
        return Uni.createFrom().voidItem();
    }

    private Uni<Issuance.Credentials> begin(AwsConnection aws, IssueRequest request, SessionTtl ttl) {
        return aws.sts()
                .call(sts -> sts.getSessionToken(toRequest(request, ttl)))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> StsRefusal.explain((AwsRefusal) refusal, ttl))
                .map(answer -> lease(answer, ttl));
    }

    private Issuance.Credentials lease(GetSessionTokenResponse answer, SessionTtl ttl) {
        Session session = Session.of(answer.credentials(), clock);
        return session.leased(session.toSession(), ttl.warnings());
    }

    private static GetSessionTokenRequest toRequest(IssueRequest request, SessionTtl ttl) {
        String device = request.role().mfaSerialNumber();
        String code = request.wish().mfaCode();
        return GetSessionTokenRequest.builder()
                .durationSeconds(ttl.seconds())
                .serialNumber(device.isEmpty() ? null : device)
                .tokenCode(code.isEmpty() ? null : code)
                .build();
    }
}
