package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.PolicyDocument;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** An IAM role: who may assume it, for how long, and what a session may then do. */
public final class IamRole implements Entity {

    private final String id;
    private final String name;
    private final String path;
    private final String arn;
    private final Instant created;
    private final Instant settled;
    private final Policies policies = new Policies();
    private final Map<String, String> tags = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private volatile TrustPolicy trust;
    private volatile String description;
    private volatile int maxSessionSeconds;

    /** A role without policies; {@code maxSessionSeconds} is not checked here. */
    public IamRole(
            String id, String name, String path, String arn, TrustPolicy trust, int maxSessionSeconds, Dates dates) {
        this.id = id;
        this.name = name;
        this.path = path;
        this.arn = arn;
        this.trust = trust;
        this.maxSessionSeconds = maxSessionSeconds;
        this.created = dates.created();
        this.settled = dates.settled();
    }

    /** A trust policy as it was written and as it is applied. */
    public record TrustPolicy(String text, PolicyDocument document) {}

    /** When something was created, and from when on others can see it. */
    public record Dates(Instant created, Instant settled) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String arn() {
        return arn;
    }

    @Override
    public Instant created() {
        return created;
    }

    @Override
    public Instant settled() {
        return settled;
    }

    @Override
    public Policies policies() {
        return policies;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    /** Who may assume the role. */
    public TrustPolicy trust() {
        return trust;
    }

    /** Replaces the trust policy. */
    public void trust(TrustPolicy replacement) {
        trust = replacement;
    }

    /** The description, or null. */
    public String description() {
        return description;
    }

    /** Replaces the description; null removes it. */
    public void describe(String text) {
        description = text;
    }

    /** The longest session in seconds. */
    public int maxSessionSeconds() {
        return maxSessionSeconds;
    }

    /** Replaces the longest session, in seconds. */
    public void limitSessions(int seconds) {
        maxSessionSeconds = seconds;
    }
}
