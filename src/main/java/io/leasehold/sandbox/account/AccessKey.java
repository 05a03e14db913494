package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.Optional;

/** A long-term access key of a user or of the account root; it works from a moment on, and perhaps until another. */
public final class AccessKey {

    private final String id;
    private final String secret;
    private final IamUser owner;
    private final Instant created;
    private final Instant worksFrom;
    private volatile Instant worksUntil = Instant.MAX;
    private volatile boolean active = true;
    private volatile LastUse lastUse;

    /** A key that works from {@code worksFrom} on; {@code owner} is null for the account root. */
    public AccessKey(String id, String secret, IamUser owner, Instant created, Instant worksFrom) {
        this.id = id;
        this.secret = secret;
        this.owner = owner;
        this.created = created;
        this.worksFrom = worksFrom;
    }

    /** When, where and for which service a key was last used. */
    public record LastUse(Instant at, String service, String region) {}

    /** The access key id, {@code AKIA…}. */
    public String id() {
        return id;
    }

    /** The secret access key. */
    public String secret() {
        return secret;
    }

    /** The user whose key it is; absent for the account root. */
    public Optional<IamUser> owner() {
        return Optional.ofNullable(owner);
    }

    /** When the key was made. */
    public Instant created() {
        return created;
    }

    /** Whether requests signed with the key are accepted at this moment. */
    public boolean worksAt(Instant now) {
        return active && !now.isBefore(worksFrom) && now.isBefore(worksUntil);
    }

    /** The status on the wire. */
    public String status() {
        return active ? "Active" : "Inactive";
    }

    /** Switches the key on or off, by its status on the wire. */
    public void changeStatus(String status) {
        active = status.equals("Active");
    }

    /** Lets the key work no longer than until this moment. */
    public void endAt(Instant moment) {
        worksUntil = moment;
    }

    /** The last use, if there was one. */
    public Optional<LastUse> lastUse() {
        return Optional.ofNullable(lastUse);
    }

    /** Remembers a use. */
    public void used(LastUse use) {
        lastUse = use;
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
