package io.leasehold.token;

import io.leasehold.logical.Caller;
import io.leasehold.logical.EnginePath;
import io.leasehold.logical.GoText;
import io.leasehold.logical.Guard;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.Operation;
import io.leasehold.logical.PathRequest;
import io.leasehold.logical.VaultException;
import io.leasehold.policy.Acl;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code auth/token/create} and {@code create-orphan}.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/auth/token#create-token">Create token</a>
 */
final class TokenCreatePath {
    private final TokenIssuer issuer;

    TokenCreatePath(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    List<EnginePath> paths() {
        return List.of(
                () -> definition("create", UnaryOperator.identity()),
                () -> definition("create-orphan", TokenRequest::orphan));
    }

    private EnginePath.Definition definition(String pattern, UnaryOperator<TokenRequest> shape) {
        return EnginePath.Definition.at(pattern)
                .guardedBy(Guard.TOKEN)
                .understands(TokenRequest.FIELDS)
                .on(Operation.UPDATE, request -> create(request, shape))
                .help("Make a token, a child of the caller's unless it is an orphan.");
    }

    private Uni<LogicalResponse> create(PathRequest request, UnaryOperator<TokenRequest> shape) {
        Caller parent = request.caller();
        boolean privileged =
                Acl.of(parent.policies()).allowsSudo(request.request().path());
        TokenRequest asked = TokenRequest.of(request.values());
        TokenRules.requireAllowed(asked, request.values(), privileged);
        List<String> policies = TokenRules.policies(asked, parent, privileged);
        requireEndlessParent(asked, policies, parent);
        return issuer.issue(new TokenIssuer.Wish(
                        shape.apply(asked),
                        policies,
                        parent,
                        request.request().path(),
                        TokenRequest.chosenId(request.values()),
                        request.mount().defaultLeaseTtl(),
                        request.mount().maxLeaseTtl()))
                .map(issued ->
                        new LogicalResponse.Auth(issued.auth(), issued.warnings()).withWarnings(unknown(policies)));
    }

    private static List<String> unknown(List<String> policies) {
        return policies.stream()
                .filter(name -> !Acl.isKnown(name))
                .map(name -> "Policy " + GoText.quote(name) + " does not exist")
                .toList();
    }

    private static void requireEndlessParent(TokenRequest asked, List<String> policies, Caller parent) {
        if (policies.contains("root")
                && asked.ttl().isZero()
                && parent.expireTime().isPresent()) {
            throw VaultException.invalid("expiring root tokens cannot create non-expiring root tokens");
        }
    }
}
