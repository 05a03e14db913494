package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Entity;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * The permissions boundary of one kind of entity.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html">
 *     PutUserPermissionsBoundary</a>
 */
final class BoundaryActions {

    private final Account account;
    private final EntityKind kind;

    BoundaryActions(Account account, EntityKind kind) {
        this.account = account;
        this.kind = kind;
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("Put" + kind.word() + "PermissionsBoundary", call -> kind.arn(account, call), this::put),
                new IamAction(
                        "Delete" + kind.word() + "PermissionsBoundary", call -> kind.arn(account, call), this::delete));
    }

    private void put(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        entity.policies()
                .bound(account.getPolicy(call.form().get("PermissionsBoundary")).arn());
    }

    private void delete(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        if (entity.policies().boundaryArn().isEmpty()) {
            throw AwsError.NO_SUCH_ENTITY.with("Entity " + entity.name() + " has no permissions boundary.");
        }
        entity.policies().bound(null);
    }
}
