package io.leasehold.sandbox.policy;

import java.util.List;

/** A parsed policy: immutable, and cheap to ask. */
public final class PolicyDocument {

    private final List<Statement> statements;

    PolicyDocument(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /** What this policy says about a request. */
    public Verdict judge(RequestContext request) {
        Verdict verdict = Verdict.NONE;
        for (Statement statement : statements) {
            verdict = verdict.or(statement.judge(request));
        }
        return verdict;
    }

    /** What this trust policy says about a caller's request for an STS action. */
    public Trust trust(PrincipalNames caller, RequestContext request) {
        Trust trust = Trust.NONE;
        for (Statement statement : statements) {
            trust = trust.or(statement.trust(caller, request));
        }
        return trust;
    }

    /** The AWS principals that a trust policy names, as written. */
    public List<String> principals() {
        return statements.stream()
                .flatMap(statement -> statement.principals().stream())
                .toList();
    }
}
