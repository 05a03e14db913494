package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.IamCalls;
import io.leasehold.aws.role.AwsRole;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** The policies of a session: those of the role and those of its groups, which are read from IAM page by page. */
final class SessionPolicies {
    private SessionPolicies() {}

    /** Gathers them; makes no call for a role without groups. A refusal is answered in AWS's bare words. */
    static Uni<SessionPolicy> gather(IamCalls iam, AwsRole role) {
        List<String> groups = role.iamGroups().orElse(List.of());
        if (groups.isEmpty()) {
            return Uni.createFrom().item(toPolicy(role, List.of(), List.of()));
        }
        return inOrder(groups, group -> managed(iam, group))
                .chain(managed ->
                        inOrder(groups, group -> inline(iam, group)).map(inline -> toPolicy(role, managed, inline)))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> ((AwsRefusal) refusal).toVault(""));
    }

    private static SessionPolicy toPolicy(AwsRole role, List<String> managed, List<String> inline) {
        List<String> arns = Stream.concat(role.policyArns().orElse(List.of()).stream(), managed.stream())
                .distinct()
                .toList();
        return new SessionPolicy(PolicyMerger.merge(inline, role.policyDocument()), arns);
    }

    private static Uni<List<String>> managed(IamCalls iam, String group) {
        return iam.list(client -> client.listAttachedGroupPoliciesPaginator(list -> list.groupName(group))
                        .attachedPolicies())
                .map(policies ->
                        policies.stream().map(AttachedPolicy::policyArn).toList());
    }

    private static Uni<List<String>> inline(IamCalls iam, String group) {
        return iam.list(client -> client.listGroupPoliciesPaginator(list -> list.groupName(group))
                        .policyNames())
                .chain(names -> inOrder(names, name -> document(iam, group, name)));
    }

    private static Uni<List<String>> document(IamCalls iam, String group, String name) {
        return iam.call(client ->
                        client.getGroupPolicy(get -> get.groupName(group).policyName(name)))
                .map(answer -> List.of(URLDecoder.decode(answer.policyDocument(), StandardCharsets.UTF_8)));
    }

    private static Uni<List<String>> inOrder(
            List<String> names, java.util.function.Function<String, Uni<List<String>>> read) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(name -> read.apply(name))
                .collect()
                .asList()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    /**
     * @param document JSON, or empty
     * @param arns of managed policies
     */
    record SessionPolicy(String document, List<String> arns) {
        boolean isEmpty() {
            return document.isEmpty() && arns.isEmpty();
        }

        /** The document, or {@code null} so that the SDK leaves it out. */
        String documentOrNull() {
            return document.isEmpty() ? null : document;
        }

        /** The ARNs as the SDK wants them, or {@code null} so that it leaves the list out. */
        List<PolicyDescriptorType> descriptorsOrNull() {
            return arns.isEmpty()
                    ? null
                    : arns.stream()
                            .map(arn -> PolicyDescriptorType.builder().arn(arn).build())
                            .toList();
        }
    }
}
