package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.InlinePolicy;
import io.leasehold.sandbox.account.ManagedPolicy;
import io.leasehold.sandbox.account.Tags;
import io.leasehold.sandbox.policy.PolicyDocument;
import io.leasehold.sandbox.policy.PolicyGrammar;
import io.leasehold.sandbox.policy.PolicyKind;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Managed policies, each with its one version {@code v1}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html">CreatePolicy</a>
 */
final class ManagedPolicyActions {

    private final Account account;

    ManagedPolicyActions(Account account) {
        this.account = account;
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreatePolicy", this::newArn, this::create),
                new IamAction("GetPolicy", ManagedPolicyActions::arn, this::get),
                new IamAction("GetPolicyVersion", ManagedPolicyActions::arn, this::getVersion),
                new IamAction("ListPolicyVersions", ManagedPolicyActions::arn, this::listVersions),
                new IamAction("ListPolicies", call -> account.arn("policy/"), this::list),
                new IamAction("DeletePolicy", ManagedPolicyActions::arn, this::delete));
    }

    private void create(Call call, XmlWriter out) {
        String name = Names.of(call, "PolicyName");
        Map<String, String> tags = Tags.read(call.form(), AwsError.INVALID_INPUT);
        String text = call.form().get("PolicyDocument");
        PolicyDocument document = PolicyGrammar.parse(text, PolicyKind.IDENTITY);
        Quotas.POLICY_SIZE.require(InlinePolicy.size(text));
        if (own().anyMatch(policy -> policy.name().equalsIgnoreCase(name))) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with(
                    "A policy called " + name + " already exists. Duplicate names are not allowed.");
        }
        Quotas.POLICIES.require(own().count() + 1);
        ManagedPolicy policy = new ManagedPolicy(
                account.ids().entityId("ANPA"),
                name,
                Names.path(call),
                newArn(call),
                call.form().find("Description").orElse(null),
                text,
                document,
                call.now(),
                tags);
        account.policies().put(policy.arn(), policy);
        out.element("Policy", () -> Answers.policy(out, policy, 0));
    }

    private void get(Call call, XmlWriter out) {
        ManagedPolicy policy = account.getPolicy(arn(call));
        out.element("Policy", () -> {
            Answers.policy(out, policy, attachments(policy));
            Answers.tags(out, policy.tags());
        });
    }

    private void getVersion(Call call, XmlWriter out) {
        ManagedPolicy policy = account.getPolicy(arn(call));
        String version = call.form().get("VersionId");
        if (!version.equals("v1")) {
            throw AwsError.NO_SUCH_ENTITY.with(
                    "Policy " + policy.arn() + " version " + version + " does not exist or is not attachable.");
        }
        out.element("PolicyVersion", () -> {
            out.text("Document", Answers.encoded(policy.text()));
            writeVersion(out, policy);
        });
    }

    private void listVersions(Call call, XmlWriter out) {
        ManagedPolicy policy = account.getPolicy(arn(call));
        Pager.write(call, out, "Versions", Stream.of(policy), ManagedPolicy::id, only -> writeVersion(out, only));
    }

    private void list(Call call, XmlWriter out) {
        String scope = call.form().find("Scope").orElse("All");
        new Constraints().oneOf("Scope", scope, List.of("All", "AWS", "Local")).check();
        String prefix = call.form().find("PathPrefix").orElse("/");
        Pager.write(
                call,
                out,
                "Policies",
                account.policies().values().stream()
                        .filter(policy -> scope.equals("All") || scope.equals("AWS") == policy.isAwsManaged())
                        .filter(policy -> policy.path().startsWith(prefix))
                        .filter(policy -> !call.form().isTrue("OnlyAttached") || attachments(policy) > 0),
                ManagedPolicy::arn,
                policy -> Answers.policy(out, policy, attachments(policy)));
    }

    private void delete(Call call, XmlWriter out) {
        ManagedPolicy policy = account.getPolicy(arn(call));
        if (policy.isAwsManaged()) {
            throw AwsError.ACCESS_DENIED.with("Policy is outside your own account.");
        }
        if (account.entities().anyMatch(entity -> entity.policies().uses(policy.arn()))) {
            throw AwsError.DELETE_CONFLICT.with("Cannot delete a policy attached to entities.");
        }
        account.policies().remove(policy.arn());
    }

    private static void writeVersion(XmlWriter out, ManagedPolicy policy) {
        out.text("VersionId", "v1").text("IsDefaultVersion", true).time("CreateDate", policy.created());
    }

    private Stream<ManagedPolicy> own() {
        return account.policies().values().stream().filter(policy -> !policy.isAwsManaged());
    }

    private long attachments(ManagedPolicy policy) {
        return account.entities()
                .filter(entity -> entity.policies().attached().containsKey(policy.arn()))
                .count();
    }

    private String newArn(Call call) {
        return account.arn("policy" + Names.path(call) + Names.of(call, "PolicyName"));
    }

    private static String arn(Call call) {
        String arn = call.form().get("PolicyArn");
        new Constraints().length("PolicyArn", arn, 20, 2048).check();
        return arn;
    }
}
