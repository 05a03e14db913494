package io.leasehold.sandbox;

import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.IamGroup;
import io.leasehold.sandbox.account.IamRole;
import io.leasehold.sandbox.account.IamRole.Dates;
import io.leasehold.sandbox.account.IamRole.TrustPolicy;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.InlinePolicy;
import io.leasehold.sandbox.account.ManagedPolicy;
import io.leasehold.sandbox.account.MfaDevice;
import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import java.time.Instant;
import java.util.Map;

/**
 * What the account of dev mode, labs and tests starts with: the user and the role {@code VaultRunner}, the app roles
 * that trust both, a group with policies, and an administrator. It is written past the API, because one role has a
 * maximum of 15 minutes that the API refuses, as AWS does.
 */
public final class SandboxSeed {

    /** The external id that the role {@code ProdAppPartner} asks for. */
    public static final String EXTERNAL_ID = "partner-2718";

    private static final int HOUR = 3600;
    private static final int TWELVE_HOURS = 43200;
    private static final int FIFTEEN_MINUTES = 900;
    private static final int MFA_SEED_BYTES = 20;
    private static final String AWS_POLICY = "arn:aws:iam::aws:policy/";

    private final SandboxAws sandbox;
    private final Account account;
    private final Instant now;

    /** A seed for this sandbox, which must be empty. */
    public SandboxSeed(SandboxAws sandbox) {
        this.sandbox = sandbox;
        this.account = sandbox.account();
        this.now = sandbox.clock().instant();
    }

    /** Plants the seed with a random key for VaultRunner. */
    public SeededSandbox plant() {
        return plant(account.ids().accessKeyId("AKIA"), account.ids().secret());
    }

    /** Plants the seed with this key for VaultRunner. */
    public SeededSandbox plant(String accessKeyId, String secretAccessKey) {
        String engine = policy("LeaseholdEngine", SeedPolicies.ENGINE);
        String readWrite = policy("ProdAppReadWrite", SeedPolicies.S3_READ_WRITE);
        IamUser runner = user("VaultRunner", engine);
        IamUser admin = user("Admin", AWS_POLICY + "AdministratorAccess");
        role("VaultRunner", SeedPolicies.TRUST_MACHINE, HOUR, engine);
        role("ProdAppReadOnly", SeedPolicies.TRUST_RUNNERS, HOUR, AWS_POLICY + "ReadOnlyAccess");
        role("ProdAppRW", SeedPolicies.TRUST_RUNNERS, HOUR, readWrite);
        role("ProdAppFifteenMinutes", SeedPolicies.TRUST_RUNNERS, FIFTEEN_MINUTES, readWrite);
        role("ProdAppTwelveHours", SeedPolicies.TRUST_RUNNERS, TWELVE_HOURS, readWrite);
        role("ProdAppPartner", SeedPolicies.TRUST_EXTERNAL_ID, HOUR, readWrite);
        role("ProdAppWithMfa", SeedPolicies.TRUST_MFA, HOUR, readWrite);
        group();
        device(runner);
        AccessKey adminKey =
                key(admin, account.ids().accessKeyId("AKIA"), account.ids().secret());
        return new SeededSandbox(sandbox, key(runner, accessKeyId, secretAccessKey), adminKey);
    }

    private IamUser user(String name, String policyArn) {
        IamUser user = new IamUser(account.ids().entityId("AIDA"), account.id(), name, "/", new Dates(now, now));
        user.policies().attached().put(policyArn, now);
        account.users().put(Account.key(name), user);
        return user;
    }

    private AccessKey key(IamUser user, String accessKeyId, String secretAccessKey) {
        AccessKey key = new AccessKey(accessKeyId, secretAccessKey, user, now, now);
        user.accessKeys().put(key.id(), key);
        account.accessKeys().put(key.id(), key);
        return key;
    }

    private void role(String name, String trust, int maxSessionSeconds, String policyArn) {
        String text = filled(trust);
        IamRole role = new IamRole(
                account.ids().entityId("AROA"),
                name,
                "/",
                account.arn("role/" + name),
                new TrustPolicy(text, PolicyGrammar.parse(text, PolicyKind.TRUST)),
                maxSessionSeconds,
                new Dates(now, now));
        role.policies().attached().put(policyArn, now);
        account.roles().put(Account.key(name), role);
    }

    private String policy(String name, String template) {
        String text = filled(template);
        ManagedPolicy policy = new ManagedPolicy(
                account.ids().entityId("ANPA"),
                name,
                "/",
                account.arn("policy/" + name),
                null,
                text,
                PolicyGrammar.parse(text, PolicyKind.IDENTITY),
                now,
                Map.of());
        account.policies().put(policy.arn(), policy);
        return policy.arn();
    }

    private void group() {
        String name = "ReadOnlyGroup";
        IamGroup group = IamGroup.of(account.ids().entityId("AGPA"), name, "/", account.arn("group/" + name), now, now);
        String text = SeedPolicies.LOG_READER;
        group.policies()
                .inline()
                .put(
                        "LogReader",
                        new InlinePolicy("LogReader", text, PolicyGrammar.parse(text, PolicyKind.IDENTITY), now));
        group.policies().attached().put(AWS_POLICY + "ReadOnlyAccess", now);
        account.groups().put(Account.key(name), group);
    }

    /** The device of VaultRunner; its codes can be read from the account. */
    private void device(IamUser runner) {
        String serial = account.arn("mfa/" + runner.name());
        MfaDevice device = new MfaDevice(serial, account.ids().secretBytes(MFA_SEED_BYTES));
        device.assign(new MfaDevice.Owner(runner.id(), now));
        account.mfaDevices().put(serial, device);
    }

    private String filled(String template) {
        return String.format(template, account.id());
    }
}
