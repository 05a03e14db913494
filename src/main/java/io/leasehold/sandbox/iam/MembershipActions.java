package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamGroup;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * Which users are in which groups.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html">AddUserToGroup</a>
 */
final class MembershipActions {

    private final Account account;

    MembershipActions(Account account) {
        this.account = account;
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("AddUserToGroup", call -> EntityKind.GROUP.arn(account, call), this::add),
                new IamAction("RemoveUserFromGroup", call -> EntityKind.GROUP.arn(account, call), this::remove),
                new IamAction("ListGroupsForUser", call -> EntityKind.USER.arn(account, call), this::list));
    }

    private void add(Call call, XmlWriter out) {
        IamGroup group = (IamGroup) EntityKind.GROUP.get(account, call);
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        if (!user.groups().contains(group)) {
            Quotas.GROUPS_PER_USER.require(user.groups().size() + 1L);
        }
        user.groups().add(group);
        group.members().add(user);
    }

    private void remove(Call call, XmlWriter out) {
        IamGroup group = (IamGroup) EntityKind.GROUP.get(account, call);
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        user.groups().remove(group);
        group.members().remove(user);
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        Pager.write(
                call,
                out,
                "Groups",
                user.groups().stream(),
                IamGroup::name,
                group -> Answers.summary(out, "Group", group));
    }
}
