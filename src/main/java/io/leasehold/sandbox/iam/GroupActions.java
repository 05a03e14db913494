package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamGroup;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * Groups.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html">CreateGroup</a>
 */
final class GroupActions {

    private final Account account;

    GroupActions(Account account) {
        this.account = account;
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateGroup", call -> EntityKind.GROUP.newArn(account, call), this::create),
                new IamAction("GetGroup", call -> EntityKind.GROUP.arn(account, call), this::get),
                new IamAction("ListGroups", call -> EntityKind.GROUP.listArn(account, call), this::list),
                new IamAction("DeleteGroup", call -> EntityKind.GROUP.arn(account, call), this::delete));
    }

    private void create(Call call, XmlWriter out) {
        String name = Names.of(call, "GroupName");
        String path = Names.path(call);
        if (account.groups().containsKey(Account.key(name))) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("Group with name " + name + " already exists.");
        }
        Quotas.GROUPS.require(account.groups().size() + 1L);
        String arn = EntityKind.GROUP.newArn(account, call);
        IamGroup group = IamGroup.of(account.ids().entityId("AGPA"), name, path, arn, call.now(), call.settled());
        account.groups().put(Account.key(name), group);
        out.element("Group", () -> Answers.summary(out, "Group", group));
    }

    private void get(Call call, XmlWriter out) {
        IamGroup group = (IamGroup) EntityKind.GROUP.get(account, call);
        out.element("Group", () -> Answers.summary(out, "Group", group));
        Pager.write(
                call,
                out,
                "Users",
                group.members().stream(),
                IamUser::name,
                user -> Answers.summary(out, "User", user));
    }

    private void list(Call call, XmlWriter out) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        Pager.write(
                call,
                out,
                "Groups",
                account.groups().values().stream().filter(group -> group.path().startsWith(prefix)),
                IamGroup::name,
                group -> Answers.summary(out, "Group", group));
    }

    private void delete(Call call, XmlWriter out) {
        IamGroup group = (IamGroup) EntityKind.GROUP.get(account, call);
        requireNone(group.members().isEmpty(), "remove users from group");
        requireNone(group.policies().attached().isEmpty(), "detach all policies");
        requireNone(group.policies().inline().isEmpty(), "delete policies");
        account.groups().remove(Account.key(group.name()));
    }

    private static void requireNone(boolean none, String first) {
        if (!none) {
            throw AwsError.DELETE_CONFLICT.with("Cannot delete entity, must " + first + " first.");
        }
    }
}
