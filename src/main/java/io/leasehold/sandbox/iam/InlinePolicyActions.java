package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Entity;
import io.leasehold.sandbox.account.InlinePolicy;
import io.leasehold.sandbox.policy.PolicyDocument;
import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;

/**
 * Inline policies of one kind of entity.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html">PutUserPolicy</a>
 */
final class InlinePolicyActions {

    private final Account account;
    private final EntityKind kind;

    InlinePolicyActions(Account account, EntityKind kind) {
        this.account = account;
        this.kind = kind;
    }

    List<IamAction> actions() {
        String word = kind.word();
        return List.of(
                action("Put" + word + "Policy", this::put),
                action("Get" + word + "Policy", this::get),
                action("List" + word + "Policies", this::list),
                action("Delete" + word + "Policy", this::delete));
    }

    private IamAction action(String name, IamAction.Handler handler) {
        return new IamAction(name, call -> kind.arn(account, call), handler);
    }

    private void put(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        String name = Names.of(call, "PolicyName");
        String text = call.form().get("PolicyDocument");
        PolicyDocument document = PolicyGrammar.parse(text, PolicyKind.IDENTITY);
        Map<String, InlinePolicy> inline = entity.policies().inline();
        int others = inline.values().stream()
                .filter(policy -> !policy.name().equals(name))
                .mapToInt(policy -> InlinePolicy.size(policy.text()))
                .sum();
        if (others + InlinePolicy.size(text) > kind.inlineLimit()) {
            throw AwsError.LIMIT_EXCEEDED.with("Maximum policy size of " + kind.inlineLimit() + " bytes exceeded for "
                    + kind.lowerCaseWord() + " " + entity.name());
        }
        inline.put(name, new InlinePolicy(name, text, document, call.settled()));
    }

    private void get(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        InlinePolicy policy = find(call, entity);
        out.text(kind.parameter(), entity.name())
                .text("PolicyName", policy.name())
                .text("PolicyDocument", Answers.encoded(policy.text()));
    }

    private void list(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        Pager.write(call, out, "PolicyNames", entity.policies().inline().keySet().stream(), name -> name, out::value);
    }

    private void delete(Call call, XmlWriter out) {
        Entity entity = kind.get(account, call);
        entity.policies().inline().remove(find(call, entity).name());
    }

    private InlinePolicy find(Call call, Entity entity) {
        String name = Names.of(call, "PolicyName");
        InlinePolicy policy = entity.policies().inline().get(name);
        if (policy == null) {
            throw AwsError.NO_SUCH_ENTITY.with(
                    "The " + kind.lowerCaseWord() + " policy with name " + name + " cannot be found.");
        }
        return policy;
    }
}
