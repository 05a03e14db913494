package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** An IAM user with everything that hangs on it. */
public final class IamUser implements Entity {

    private final String id;
    private final String accountId;
    private final Instant created;
    private final Instant settled;
    private final Policies policies = new Policies();
    private final Map<String, String> tags = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, AccessKey> accessKeys = new ConcurrentSkipListMap<>();
    private final Map<String, UserCredential> credentials = new ConcurrentSkipListMap<>();
    private final Set<IamGroup> groups = ConcurrentHashMap.newKeySet();
    private volatile String name;
    private volatile String path;

    /** A user without keys, policies and groups. */
    public IamUser(String id, String accountId, String name, String path, IamRole.Dates dates) {
        this.id = id;
        this.accountId = accountId;
        this.name = name;
        this.path = path;
        this.created = dates.created();
        this.settled = dates.settled();
    }

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
        return "arn:aws:iam::" + accountId + ":user" + path + name;
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

    /** The access keys by id; the live map. */
    public Map<String, AccessKey> accessKeys() {
        return accessKeys;
    }

    /** Other credentials by id; the live map. */
    public Map<String, UserCredential> credentials() {
        return credentials;
    }

    /** The other credentials of one kind, by id. */
    public List<UserCredential> credentials(UserCredential.Kind kind) {
        return credentials.values().stream()
                .filter(credential -> credential.kind() == kind)
                .toList();
    }

    /** The groups of this user; the live set. */
    public Set<IamGroup> groups() {
        return groups;
    }

    /** Gives the user another name and path, and with them another ARN; the id stays. */
    void rename(String newName, String newPath) {
        name = newName;
        path = newPath;
    }
}
