package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.IamCalls;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;

/**
 * The calls that delete an IAM user with all that hangs on it, keys first so that access stops at once. May be repeated
 * at any point: what is gone counts as done.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html">AWS DeleteUser</a>
 */
final class IamUserRemoval {
    /** AWS may need this long until all of it knows a new user; before, "no such user" proves nothing. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final String GONE = "NoSuchEntity";

    private final IamCalls iam;
    private final String username;

    IamUserRemoval(IamCalls iam, String username) {
        this.iam = iam;
        this.username = username;
    }

    /**
     * Deletes the user. Fails with {@link AwsRefusal}.
     *
     * @param age of the lease; a user that AWS does not know counts as deleted only after five minutes
     */
    Uni<Void> remove(Duration age) {
        return groups().chain(this::removeMember)
                .onFailure(failure -> isGone(failure) && age.compareTo(SETTLED) > 0)
                .recoverWithNull();
    }

    private Uni<List<Group>> groups() {
        return iam.list(client -> client.listGroupsForUserPaginator(list -> list.userName(username))
                .groups());
    }

    private Uni<Void> removeMember(List<Group> groups) {
        return gather(groups)
                .call(found -> InOrder.each(found.keys, this::deleteKey))
                .call(found -> InOrder.each(found.managed, this::detachPolicy))
                .call(found -> InOrder.each(found.inline, this::deletePolicy))
                .call(found -> InOrder.each(found.groups, this::leaveGroup))
                .chain(this::deleteUser);
    }

    private Uni<Found> gather(List<Group> groups) {
        Uni<List<String>> inline =
                listOrNothing(client -> client.listUserPoliciesPaginator(list -> list.userName(username))
                        .policyNames());
        Uni<List<AttachedPolicy>> managed =
                listOrNothing(client -> client.listAttachedUserPoliciesPaginator(list -> list.userName(username))
                        .attachedPolicies());
        Uni<List<AccessKeyMetadata>> keys = listOrNothing(client ->
                client.listAccessKeysPaginator(list -> list.userName(username)).accessKeyMetadata());
        return Uni.combine()
                .all()
                .unis(inline, managed, keys)
                .usingConcurrencyOf(1)
                .with((policies, attached, accessKeys) -> new Found(groups, policies, attached, accessKeys));
    }

    private Uni<?> deleteKey(AccessKeyMetadata key) {
        return step(client ->
                client.deleteAccessKey(delete -> delete.userName(username).accessKeyId(key.accessKeyId())));
    }

    private Uni<?> detachPolicy(AttachedPolicy policy) {
        return step(client ->
                client.detachUserPolicy(detach -> detach.userName(username).policyArn(policy.policyArn())));
    }

    private Uni<?> deletePolicy(String name) {
        return step(client ->
                client.deleteUserPolicy(delete -> delete.userName(username).policyName(name)));
    }

    private Uni<?> leaveGroup(Group group) {
        return step(client ->
                client.removeUserFromGroup(leave -> leave.userName(username).groupName(group.groupName())));
    }

    /** What somebody else gave the user is looked for only when it is in the way: a revoke needs no more rights. */
    private Uni<Void> deleteUser() {
        return lastStep()
                .onFailure(failure -> failure instanceof AwsRefusal refusal && refusal.is("DeleteConflict"))
                .recoverWithUni(
                        () -> new IamUserBelongings(iam, username).remove().chain(this::lastStep));
    }

    private Uni<Void> lastStep() {
        return step(client -> client.deleteUser(delete -> delete.userName(username)))
                .replaceWithVoid();
    }

    private <T> Uni<List<T>> listOrNothing(Function<IamAsyncClient, SdkPublisher<T>> pages) {
        return iam.list(pages).onFailure(IamUserRemoval::isGone).recoverWithItem(List.of());
    }

    private <T> Uni<T> step(Function<IamAsyncClient, CompletableFuture<T>> call) {
        return iam.call(call).onFailure(IamUserRemoval::isGone).recoverWithNull();
    }

    static boolean isGone(Throwable failure) {
        return failure instanceof AwsRefusal refusal && refusal.is(GONE);
    }

    private record Found(
            List<Group> groups, List<String> inline, List<AttachedPolicy> managed, List<AccessKeyMetadata> keys) {}
}
