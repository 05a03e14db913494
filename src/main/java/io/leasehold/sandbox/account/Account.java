package io.leasehold.sandbox.account;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The state of one AWS account. Maps are live and keyed by lower-case name, or by ARN, or by key id. */
public final class Account {

    private final String id;
    private final Ids ids;
    private final SessionTokens tokens;
    private final Map<String, IamUser> users = new ConcurrentSkipListMap<>();
    private final Map<String, IamGroup> groups = new ConcurrentSkipListMap<>();
    private final Map<String, IamRole> roles = new ConcurrentSkipListMap<>();
    private final Map<String, ManagedPolicy> policies = new ConcurrentSkipListMap<>();
    private final Map<String, MfaDevice> mfaDevices = new ConcurrentSkipListMap<>();
    private final Map<String, AccessKey> accessKeys = new ConcurrentHashMap<>();

    /** An empty account; {@code id} has twelve digits. */
    public Account(String id, Ids ids) {
        this.id = id;
        this.ids = ids;
        this.tokens = new SessionTokens(ids.secretBytes(32));
        AwsManagedPolicies.all().forEach(policy -> policies.put(policy.arn(), policy));
    }

    /** The twelve digits of the account. */
    public String id() {
        return id;
    }

    /** The source of ids and secrets. */
    public Ids ids() {
        return ids;
    }

    /** The session tokens of this account. */
    public SessionTokens tokens() {
        return tokens;
    }

    /** An IAM ARN in this account, such as of {@code user/alice}. */
    public String arn(String resource) {
        return "arn:aws:iam::" + id + ":" + resource;
    }

    /** Users by name in lower case. */
    public Map<String, IamUser> users() {
        return users;
    }

    /** Groups by name in lower case. */
    public Map<String, IamGroup> groups() {
        return groups;
    }

    /** Roles by name in lower case. */
    public Map<String, IamRole> roles() {
        return roles;
    }

    /** Managed policies by ARN, Amazon's included. */
    public Map<String, ManagedPolicy> policies() {
        return policies;
    }

    /** MFA devices by serial number. */
    public Map<String, MfaDevice> mfaDevices() {
        return mfaDevices;
    }

    /** Access keys by id, also those of deleted users that still work for a moment. */
    public Map<String, AccessKey> accessKeys() {
        return accessKeys;
    }

    /** Users, groups and roles together. */
    public Stream<Entity> entities() {
        return Stream.of(users, groups, roles).flatMap(map -> map.values().stream());
    }

    /** The key under which the maps know a name. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A user that others can see at this moment; otherwise {@code NoSuchEntity}. */
    public IamUser getUser(String name, Instant now) {
        return visible(users.get(key(name)), now).orElseThrow(() -> absent("user", name));
    }

    /** A group that others can see at this moment; otherwise {@code NoSuchEntity}. */
    public IamGroup getGroup(String name, Instant now) {
        return visible(groups.get(key(name)), now).orElseThrow(() -> absent("group", name));
    }

    /** A role that others can see at this moment; otherwise {@code NoSuchEntity}. */
    public IamRole getRole(String name, Instant now) {
        return visible(roles.get(key(name)), now).orElseThrow(() -> absent("role", name));
    }

    /** A managed policy by ARN; otherwise {@code NoSuchEntity}. */
    public ManagedPolicy getPolicy(String arn) {
        ManagedPolicy policy = policies.get(arn);
        if (policy == null) {
            throw AwsError.NO_SUCH_ENTITY.with("Policy " + arn + " was not found.");
        }
        return policy;
    }

    /** A role of this account by its ARN, if others can see it at this moment. */
    public Optional<IamRole> findRoleByArn(String arn, Instant now) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return visible(roles.get(key(name)), now).filter(role -> role.arn().equals(arn));
    }

    /** Gives a user another name and path. */
    public void rename(IamUser user, String newName, String newPath) {
        users.remove(key(user.name()));
        user.rename(newName, newPath);
        users.put(key(newName), user);
    }

    private static <T extends Entity> Optional<T> visible(T entity, Instant now) {
        return Optional.ofNullable(entity).filter(found -> !now.isBefore(found.settled()));
    }

    private static AwsException absent(String type, String name) {
        return AwsError.NO_SUCH_ENTITY.with("The " + type + " with name " + name + " cannot be found.");
    }
}
