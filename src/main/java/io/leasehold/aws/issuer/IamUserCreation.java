package io.leasehold.aws.issuer;

import io.leasehold.aws.client.AwsRefusal;
import io.leasehold.aws.client.IamCalls;
import io.leasehold.aws.role.AwsRole;
import io.leasehold.logical.Issuance;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.Tag;

/** The calls that make an IAM user: the user with its tags, its policies, its groups, and last its key. */
final class IamUserCreation {
    private static final String CREATE_REFUSED = "Error creating IAM user: ";
    private static final String TAGS_REFUSED = "Error adding tags to user: ";

    private final IamCalls iam;
    private final AwsRole role;
    private final AwsUndo.IamUser user;

    IamUserCreation(IamCalls iam, AwsRole role, AwsUndo.IamUser user) {
        this.iam = iam;
        this.role = role;
        this.user = user;
    }

    /** Makes the user. Fails with a refusal that says which step AWS did not do; what was done before it stays. */
    Uni<IamUserCredentials> create() {
        return createUser()
                .chain(() -> InOrder.each(role.policyArns().orElse(List.of()), this::attachPolicy))
                .chain(this::putPolicy)
                .chain(() -> InOrder.each(role.iamGroups().orElse(List.of()), this::joinGroup))
                .chain(this::createKey)
                .map(key -> IamUserCredentials.of(key.accessKeyId(), SecretString.of(key.secretAccessKey())));
    }

    private Uni<?> createUser() {
        return iam.call(client -> client.createUser(toRequest()))
                .onFailure(AwsRefusal.class)
                .transform(refusal -> refuseUser((AwsRefusal) refusal));
    }

    /** The tags travel with the user, so AWS may refuse them in the same call. */
    private Throwable refuseUser(AwsRefusal refusal) {
        boolean aboutTags = role.iamTags().isPresent()
                && refusal.reason().toLowerCase(Locale.ROOT).contains("tag");
        VaultException answer = refusal.toVault(aboutTags ? TAGS_REFUSED : CREATE_REFUSED);
        return refusal.isFinal() ? new Issuance.NothingMade(answer) : answer;
    }

    private CreateUserRequest toRequest() {
        String boundary = role.permissionsBoundaryArn();
        return CreateUserRequest.builder()
                .userName(user.username())
                .path(role.userPath().isEmpty() ? "/" : role.userPath())
                .permissionsBoundary(boundary.isEmpty() ? null : boundary)
                .tags(tags())
                .build();
    }

    private List<Tag> tags() {
        return role.iamTags().orElse(Map.of()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private Uni<?> attachPolicy(String arn) {
        return step(
                "Error attaching user policy: ",
                client -> client.attachUserPolicy(
                        attach -> attach.userName(user.username()).policyArn(arn)));
    }

    private Uni<?> putPolicy() {
        if (role.policyDocument().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return step(
                "Error putting user policy: ",
                client -> client.putUserPolicy(put ->
                        put.userName(user.username()).policyName(user.policy()).policyDocument(role.policyDocument())));
    }

    private Uni<?> joinGroup(String group) {
        return step(
                "Error adding user to group: ",
                client -> client.addUserToGroup(
                        add -> add.userName(user.username()).groupName(group)));
    }

    private Uni<AccessKey> createKey() {
        return step(
                        "Error creating access keys: ",
                        client -> client.createAccessKey(create -> create.userName(user.username())))
                .map(answer -> answer.accessKey());
    }

    private <T> Uni<T> step(String refused, Function<IamAsyncClient, CompletableFuture<T>> call) {
        return iam.call(call).onFailure(AwsRefusal.class).transform(refusal -> ((AwsRefusal) refusal).toVault(refused));
    }
}
