package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Entity;
import io.leasehold.sandbox.account.Tags;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;

/**
 * Tags of one kind of entity.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html">TagUser</a>
 */
final class TagActions {

    private final Account account;
    private final EntityKind kind;

    TagActions(Account account, EntityKind kind) {
        this.account = account;
        this.kind = kind;
    }

    List<IamAction> actions() {
        return List.of(
                action("Tag" + kind.word(), this::tag),
                action("Untag" + kind.word(), this::untag),
                action("List" + kind.word() + "Tags", this::list));
    }

    private IamAction action(String name, IamAction.Handler handler) {
        return new IamAction(name, call -> kind.arn(account, call), handler);
    }

    private void tag(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        Map<String, String> tags = Tags.read(call.form(), AwsError.INVALID_INPUT);
        long fresh = tags.keySet().stream()
                .filter(key -> !entity.tags().containsKey(key))
                .count();
        if (entity.tags().size() + fresh > Tags.MAX) {
            throw AwsError.LIMIT_EXCEEDED.with("The number of tags has reached the maximum limit.");
        }
        entity.tags().putAll(tags);
    }

    private void untag(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        call.form().list("TagKeys").forEach(entity.tags()::remove);
    }

    private void list(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        Pager.write(
                call, out, "Tags", entity.tags().entrySet().stream(), Map.Entry::getKey, tag -> Answers.tag(out, tag));
    }
}
