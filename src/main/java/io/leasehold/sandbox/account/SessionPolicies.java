package io.leasehold.sandbox.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leasehold.sandbox.policy.PolicyDocument;
import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import io.leasehold.sandbox.policy.RequestContext;
import io.leasehold.sandbox.policy.Verdict;

/** Session policies, parsed once for as long as they are in use: an issuing server sends the same few again and again. */
public final class SessionPolicies {

    private final Account account;
    private final Cache<String, PolicyDocument> parsed =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /** The session policies passed to one account. */
    public SessionPolicies(Account account) {
        this.account = account;
    }

    /** The parsed policy; {@code MalformedPolicyDocument} when it breaks the grammar. */
    public PolicyDocument parse(String text) {
        return parsed.get(text, absent -> PolicyGrammar.parse(absent, PolicyKind.IDENTITY));
    }

    /** What the session's own policies say together; nothing when it has none. */
    Verdict judge(Session session, RequestContext request) {
        Verdict verdict = session.policy().isEmpty()
                ? Verdict.NONE
                : parse(session.policy()).judge(request);
        for (String arn : session.policyArns()) {
            ManagedPolicy policy = account.policies().get(arn);
            verdict = policy == null ? verdict : verdict.or(policy.document().judge(request));
        }
        return verdict;
    }
}
