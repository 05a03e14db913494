package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Entity;
import io.leasehold.sandbox.account.ManagedPolicy;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * Managed policies attached to one kind of entity.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html">AttachUserPolicy</a>
 */
final class AttachmentActions {

    private final Account account;
    private final EntityKind kind;

    AttachmentActions(Account account, EntityKind kind) {
        this.account = account;
        this.kind = kind;
    }

    List<IamAction> actions() {
        String word = kind.word();
        return List.of(
                action("Attach" + word + "Policy", this::attach),
                action("Detach" + word + "Policy", this::detach),
                action("ListAttached" + word + "Policies", this::list));
    }

    private IamAction action(String name, IamAction.Handler handler) {
        return new IamAction(name, call -> kind.arn(account, call), handler);
    }

    private void attach(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        String arn = arn(call);
        ManagedPolicy policy = account.policies().get(arn);
        if (policy == null) {
            throw AwsError.NO_SUCH_ENTITY.with("Policy " + arn + " does not exist or is not attachable.");
        }
        if (!policy.isAttachable()) {
            throw AwsError.POLICY_NOT_ATTACHABLE.with("Cannot attach a Service Role Policy to a Customer Role.");
        }
        if (!entity.policies().attached().containsKey(arn)) {
            quota().require(entity.policies().attached().size() + 1L);
        }
        entity.policies().attached().putIfAbsent(arn, call.settled());
    }

    private void detach(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        String arn = arn(call);
        if (entity.policies().attached().remove(arn) == null) {
            throw AwsError.NO_SUCH_ENTITY.with("Policy " + arn + " was not found.");
        }
    }

    private void list(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        Pager.write(
                call,
                out,
                "AttachedPolicies",
                entity.policies().attached().keySet().stream(),
                arn -> arn,
                arn -> out.text("PolicyName", arn.substring(arn.lastIndexOf('/') + 1))
                        .text("PolicyArn", arn));
    }

    private Quotas quota() {
        return switch (kind) {
            case USER -> Quotas.ATTACHED_POLICIES_USER;
            case GROUP -> Quotas.ATTACHED_POLICIES_GROUP;
            case ROLE -> Quotas.ATTACHED_POLICIES_ROLE;
        };
    }

    private static String arn(Call call) {
        String arn = call.form().get("PolicyArn");
        new Constraints().length("PolicyArn", arn, 20, 2048).check();
        return arn;
    }
}
