package io.leasehold.pipeline;

import io.leasehold.audit.AuditLog;
import io.leasehold.barrier.Seal;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.LogicalResponse;
import io.leasehold.logical.VaultException;
import io.leasehold.token.TokenAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The recipe that every request follows, whatever edge it came in by. */
@Singleton
public class RequestPipeline {
    private final Seal seal;
    private final TokenAuthenticator tokens;
    private final Router router;
    private final Gate gate;
    private final AuditLog audit;
    private final Runner runner;

    RequestPipeline(Seal seal, TokenAuthenticator tokens, Router router, Gate gate, AuditLog audit, Runner runner) {
        this.seal = seal;
        this.tokens = tokens;
        this.router = router;
        this.gate = gate;
        this.audit = audit;
        this.runner = runner;
    }

    /** Carries a request out; a refusal is a failure with a {@link io.leasehold.logical.VaultException}. */
    public Uni<Outcome> handle(LogicalRequest request) {
        return seal.requireUnsealed()
                .chain(() -> tokens.identify(request.token()))
                .chain(identified -> router.route(request, identified))
                .map(gate::decide)
                .call(decided -> audit.record(decided.entry()))
                .chain(this::run);
    }

    private Uni<Outcome> run(Decided decided) {
        return runner.run(decided)
                .call(outcome -> endAfterLastUse(decided))
                .invoke(outcome -> requireDeliverable(decided, outcome))
                .call(outcome -> audit.record(outcome.entry()))
                .onFailure()
                .call(failure -> endAfterLastUse(decided))
                .onFailure()
                .call(failure -> audit.record(decided.failed(failure)));
    }

    private Uni<Void> endAfterLastUse(Decided decided) {
        return decided.exchange().lastUse()
                ? tokens.revoke(decided.exchange().caller())
                : Uni.createFrom().voidItem();
    }

    /** Credentials that ended with the last use of their token are not given out. */
    private static void requireDeliverable(Decided decided, Outcome outcome) {
        if (decided.exchange().lastUse() && outcome.response() instanceof LogicalResponse.Leased) {
            throw VaultException.invalid(
                    "Secret cannot be returned; token had one use left, so leased credentials were "
                            + "immediately revoked.");
        }
    }
}
