package io.leasehold.sandbox.account;

import io.leasehold.sandbox.policy.PolicyDocument;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A policy with an ARN of its own, the customer's or Amazon's; it has one version, {@code v1}. */
public record ManagedPolicy(
        String id,
        String name,
        String path,
        String arn,
        String description,
        String text,
        PolicyDocument document,
        Instant created,
        Map<String, String> tags) {

    /** Keeps the tags in a map of its own that may change. */
    public ManagedPolicy {
        tags = new ConcurrentSkipListMap<>(tags);
    }

    /** Whether Amazon owns it, so that nobody can delete it. */
    public boolean isAwsManaged() {
        return arn.startsWith("arn:aws:iam::aws:");
    }

    /** Whether it may be attached: policies reserved for service-linked roles may not. */
    public boolean isAttachable() {
        return !path.startsWith("/aws-service-role/");
    }
}
