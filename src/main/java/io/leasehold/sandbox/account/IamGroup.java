package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An IAM group and its members. */
public record IamGroup(
        String id,
        String name,
        String path,
        String arn,
        Instant created,
        Instant settled,
        Policies policies,
        Set<IamUser> members)
        implements Entity {

    /** A group without members and policies. */
    public static IamGroup of(String id, String name, String path, String arn, Instant created, Instant settled) {
        return new IamGroup(id, name, path, arn, created, settled, new Policies(), ConcurrentHashMap.newKeySet());
    }

    @Override
    public Map<String, String> tags() {
        return Map.of();
    }

    /** Two groups are the same only when they are one object: a group may be deleted and made again. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
