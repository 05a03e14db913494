package io.leasehold.token;

import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks a new token to be.
 *
 * @param policies as asked; empty for the parent's
 * @param meta texts, or {@code null}
 * @param parentless whether it must have no parent
 * @param withoutDefaultPolicy whether {@code default} is left out
 * @param renewable whether it may be renewed
 * @param ttl zero for the default
 * @param explicitMaxTtl zero for none
 * @param period zero unless periodic
 * @param displayName as given
 * @param numUses zero for no limit
 */
record TokenRequest(
        List<String> policies,
        Map<String, String> meta,
        boolean parentless,
        boolean withoutDefaultPolicy,
        boolean renewable,
        Duration ttl,
        Duration explicitMaxTtl,
        Duration period,
        String displayName,
        int numUses) {
    static final Field<List<String>> POLICIES = Field.list("policies", "Names; none means the parent's.");
    static final Field<Map<String, String>> META = Field.pairs("meta", "Texts shown in lookups and audit entries.");
    static final Field<Boolean> NO_PARENT = Field.bool("no_parent", "Make an orphan; needs sudo.");
    static final Field<Boolean> NO_DEFAULT_POLICY = Field.bool("no_default_policy", "Leave out the policy default.");
    static final Field<Boolean> RENEWABLE = Field.bool("renewable", "Whether it may be renewed; true by default.");
    static final Field<Duration> TTL = Field.duration("ttl", "How long; 768h by default.");
    static final Field<Duration> LEASE = Field.duration("lease", "Old name of ttl.");
    static final Field<Duration> EXPLICIT_MAX_TTL = Field.duration("explicit_max_ttl", "Limit that no renew passes.");
    static final Field<Duration> PERIOD = Field.duration("period", "Each renew resets the end to this; needs sudo.");
    static final Field<String> DISPLAY_NAME = Field.string("display_name", "Goes into AWS user and session names.");
    static final Field<Integer> NUM_USES = Field.integer("num_uses", "How many requests; 0 for no limit.");
    static final Field<String> TYPE = Field.string("type", "service.");
    static final Field<String> ID = Field.string("id", "A token of the caller's choice; needs sudo.");

    static final Field<String> ENTITY_ALIAS = Field.string("entity_alias", "Only with a token role; must be empty.");

    static final Field<?>[] FIELDS = {
        POLICIES,
        META,
        NO_PARENT,
        NO_DEFAULT_POLICY,
        RENEWABLE,
        TTL,
        LEASE,
        EXPLICIT_MAX_TTL,
        PERIOD,
        DISPLAY_NAME,
        NUM_USES,
        TYPE,
        ID,
        ENTITY_ALIAS
    };

    /**
     * Reads a body.
     *
     * @throws VaultException 400 for a number of uses below zero or a type that is not offered
     */
    static TokenRequest of(FieldValues values) {
        Duration ttl = values.getOr(TTL, Duration.ZERO);
        return new TokenRequest(
                values.getOr(POLICIES, List.of()),
                values.find(META).filter(meta -> !meta.isEmpty()).orElse(null),
                values.getOr(NO_PARENT, false),
                values.getOr(NO_DEFAULT_POLICY, false),
                values.getOr(RENEWABLE, true),
                ttl.isZero() ? values.getOr(LEASE, Duration.ZERO) : ttl,
                values.getOr(EXPLICIT_MAX_TTL, Duration.ZERO),
                values.getOr(PERIOD, Duration.ZERO),
                values.getOr(DISPLAY_NAME, ""),
                requireUses(values.getOr(NUM_USES, 0)));
    }

    TokenRequest orphan() {
        return new TokenRequest(
                policies,
                meta,
                true,
                withoutDefaultPolicy,
                renewable,
                ttl,
                explicitMaxTtl,
                period,
                displayName,
                numUses);
    }

    private static int requireUses(int uses) {
        if (uses < 0) {
            throw VaultException.invalid("number of uses cannot be negative");
        }
        return uses;
    }

    /** {@code token}, or {@code token-} and the wish with everything else than letters and digits as one hyphen. */
    String fullDisplayName() {
        String safe = displayName.replaceAll("[^a-zA-Z0-9-]+", "-");
        return safe.isEmpty() ? "token" : "token-" + safe;
    }

    /** The wish for a token of the caller's choice. */
    static Optional<String> chosenId(FieldValues values) {
        return values.find(ID).filter(id -> !id.isEmpty());
    }
}
