package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamRole;
import io.leasehold.sandbox.account.IamRole.TrustPolicy;
import io.leasehold.sandbox.account.Tags;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;

/**
 * Roles.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</a>
 */
final class RoleActions {

    private static final int MAX_NAME = 64;
    private static final int MIN_SESSION = 3600;
    private static final int MAX_SESSION = 43200;

    private final Account account;
    private final TrustPolicies trustPolicies;

    RoleActions(Account account) {
        this.account = account;
        this.trustPolicies = new TrustPolicies(account);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateRole", call -> EntityKind.ROLE.newArn(account, call), this::create),
                new IamAction("GetRole", call -> EntityKind.ROLE.arn(account, call), this::get),
                new IamAction("ListRoles", call -> EntityKind.ROLE.listArn(account, call), this::list),
                new IamAction("UpdateRole", call -> EntityKind.ROLE.arn(account, call), this::update),
                new IamAction(
                        "UpdateAssumeRolePolicy", call -> EntityKind.ROLE.arn(account, call), this::updateTrustPolicy),
                new IamAction("DeleteRole", call -> EntityKind.ROLE.arn(account, call), this::delete));
    }

    private void create(Call call, XmlWriter out) {
        String name = Names.of(call, "RoleName", MAX_NAME);
        int seconds = sessionSeconds(call, MIN_SESSION);
        Map<String, String> tags = Tags.read(call.form(), AwsError.INVALID_INPUT);
        TrustPolicy trust = trustPolicies.read(call.form().get("AssumeRolePolicyDocument"));
        String boundary = call.form().find("PermissionsBoundary").orElse(null);
        if (account.roles().containsKey(Account.key(name))) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("Role with name " + name + " already exists.");
        }
        Quotas.ROLES.require(account.roles().size() + 1L);
        IamRole role = new IamRole(
                account.ids().entityId("AROA"),
                name,
                Names.path(call),
                EntityKind.ROLE.newArn(account, call),
                trust,
                seconds,
                new IamRole.Dates(call.now(), call.settled()));
        role.describe(call.form().find("Description").orElse(null));
        role.tags().putAll(tags);
        role.policies()
                .bound(boundary == null ? null : account.getPolicy(boundary).arn());
        account.roles().put(Account.key(name), role);
        writeDetails(out, role);
    }

    private void get(Call call, XmlWriter out) {
        writeDetails(out, (IamRole) EntityKind.ROLE.get(account, call));
    }

    private void list(Call call, XmlWriter out) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        Pager.write(
                call,
                out,
                "Roles",
                account.roles().values().stream()
                        .filter(role ->
                                role.path().startsWith(prefix) && !call.now().isBefore(role.settled())),
                IamRole::name,
                role -> {
                    Answers.summary(out, "Role", role);
                    Answers.role(out, role);
                });
    }

    private void update(Call call, XmlWriter out) {
        IamRole role = (IamRole) EntityKind.ROLE.get(account, call);
        int seconds = sessionSeconds(call, role.maxSessionSeconds());
        role.limitSessions(seconds);
        call.form().find("Description").ifPresent(role::describe);
    }

    private void updateTrustPolicy(Call call, XmlWriter out) {
        IamRole role = (IamRole) EntityKind.ROLE.get(account, call);
        role.trust(trustPolicies.read(call.form().get("PolicyDocument")));
    }

    private void delete(Call call, XmlWriter out) {
        IamRole role = (IamRole) EntityKind.ROLE.get(account, call);
        requireNone(role.policies().attached().isEmpty(), "detach all policies");
        requireNone(role.policies().inline().isEmpty(), "delete policies");
        account.roles().remove(Account.key(role.name()));
    }

    private static int sessionSeconds(Call call, int otherwise) {
        if (call.form().find("MaxSessionDuration").isEmpty()) {
            return otherwise;
        }
        int seconds = call.form().integer("MaxSessionDuration").getAsInt();
        new Constraints()
                .range("MaxSessionDuration", seconds, MIN_SESSION, MAX_SESSION)
                .check();
        return seconds;
    }

    private static void writeDetails(XmlWriter out, IamRole role) {
        out.element("Role", () -> {
            Answers.details(out, "Role", role);
            Answers.role(out, role);
        });
    }

    private static void requireNone(boolean none, String first) {
        if (!none) {
            throw AwsError.DELETE_CONFLICT.with("Cannot delete entity, must " + first + " first.");
        }
    }
}
