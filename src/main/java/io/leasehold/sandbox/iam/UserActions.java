package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.IamRole.Dates;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.Tags;
import io.leasehold.sandbox.account.UserCredential.Kind;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;

/**
 * Users.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">CreateUser</a>
 */
final class UserActions {

    private static final int MAX_NAME = 64;

    private final Account account;
    private final OwnUser own;

    UserActions(Account account) {
        this.account = account;
        this.own = new OwnUser(account);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateUser", call -> EntityKind.USER.newArn(account, call), this::create),
                new IamAction("GetUser", own::arn, this::get),
                new IamAction("ListUsers", call -> EntityKind.USER.listArn(account, call), this::list),
                new IamAction("UpdateUser", call -> EntityKind.USER.arn(account, call), this::update),
                new IamAction("DeleteUser", call -> EntityKind.USER.arn(account, call), this::delete));
    }

    private void create(Call call, XmlWriter out) {
        String name = Names.of(call, "UserName", MAX_NAME);
        String path = Names.path(call);
        Map<String, String> tags = Tags.read(call.form(), AwsError.INVALID_INPUT);
        String boundary = call.form().find("PermissionsBoundary").orElse(null);
        requireFree(name);
        Quotas.USERS.require(account.users().size() + 1);
        IamUser user = new IamUser(
                account.ids().entityId("AIDA"), account.id(), name, path, new Dates(call.now(), call.settled()));
        user.tags().putAll(tags);
        user.policies()
                .bound(boundary == null ? null : account.getPolicy(boundary).arn());
        account.users().put(Account.key(name), user);
        out.element("User", () -> Answers.details(out, "User", user));
    }

    private void get(Call call, XmlWriter out) {
        if (call.form().find("UserName").isEmpty() && call.caller() instanceof Caller.Root root) {
            out.element(
                    "User",
                    () -> out.text("Path", "/")
                            .text("UserId", root.userId())
                            .text("Arn", root.arn())
                            .time("CreateDate", call.now()));
            return;
        }
        IamUser user = own.get(call);
        out.element("User", () -> Answers.details(out, "User", user));
    }

    private void list(Call call, XmlWriter out) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        Pager.write(
                call,
                out,
                "Users",
                account.users().values().stream()
                        .filter(user ->
                                user.path().startsWith(prefix) && !call.now().isBefore(user.settled())),
                user -> Account.key(user.name()),
                user -> Answers.summary(out, "User", user));
    }

    private void update(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        String name =
                Names.checked("NewUserName", call.form().find("NewUserName").orElse(user.name()), MAX_NAME);
        String path = Names.path("NewPath", call.form().find("NewPath").orElse(user.path()));
        if (!name.equalsIgnoreCase(user.name())) {
            requireFree(name);
        }
        account.rename(user, name, path);
    }

    private void delete(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        requireNone(user.accessKeys().isEmpty(), "delete access keys");
        requireNone(user.policies().attached().isEmpty(), "detach all policies");
        requireNone(user.policies().inline().isEmpty(), "delete policies");
        requireNone(user.groups().isEmpty(), "remove users from group");
        requireNone(user.credentials(Kind.LOGIN_PROFILE).isEmpty(), "delete login profile");
        requireNone(user.credentials(Kind.SIGNING_CERTIFICATE).isEmpty(), "delete signing certificates");
        requireNone(user.credentials(Kind.SSH_PUBLIC_KEY).isEmpty(), "delete SSH public keys");
        requireNone(
                user.credentials(Kind.SERVICE_SPECIFIC_CREDENTIAL).isEmpty(), "delete service specific credentials");
        requireNone(MfaDeviceActions.devicesOf(account, user).isEmpty(), "delete MFA device");
        account.users().remove(Account.key(user.name()));
    }

    private void requireFree(String name) {
        if (account.users().containsKey(Account.key(name))) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("User with name " + name + " already exists.");
        }
    }

    private static void requireNone(boolean none, String first) {
        if (!none) {
            throw AwsError.DELETE_CONFLICT.with("Cannot delete entity, must " + first + " first.");
        }
    }
}
