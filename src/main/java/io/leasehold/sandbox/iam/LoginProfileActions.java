package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.UserCredential;
import io.leasehold.sandbox.account.UserCredential.Kind;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * The console password of a user; the password itself is not kept.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html">CreateLoginProfile</a>
 */
final class LoginProfileActions {

    private static final String ID = "login-profile";

    private final Account account;

    LoginProfileActions(Account account) {
        this.account = account;
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateLoginProfile", call -> EntityKind.USER.arn(account, call), this::create),
                new IamAction("GetLoginProfile", call -> EntityKind.USER.arn(account, call), this::get),
                new IamAction("DeleteLoginProfile", call -> EntityKind.USER.arn(account, call), this::delete));
    }

    private void create(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        new Constraints()
                .length("Password", call.form().get("Password"), 1, 128)
                .check();
        if (user.credentials().containsKey(ID)) {
            throw AwsError.ENTITY_ALREADY_EXISTS.with("Login Profile for user " + user.name() + " already exists.");
        }
        String reset = Boolean.toString(call.form().isTrue("PasswordResetRequired"));
        UserCredential profile = new UserCredential(Kind.LOGIN_PROFILE, ID, reset, call.now());
        user.credentials().put(ID, profile);
        write(out, user, profile);
    }

    private void get(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        write(out, user, find(user));
    }

    private void delete(Call call, XmlWriter out) {
        IamUser user = (IamUser) EntityKind.USER.get(account, call);
        user.credentials().remove(find(user).id());
    }

    private static UserCredential find(IamUser user) {
        UserCredential profile = user.credentials().get(ID);
        if (profile == null) {
            throw AwsError.NO_SUCH_ENTITY.with("Login Profile for User " + user.name() + " cannot be found.");
        }
        return profile;
    }

    private static void write(XmlWriter out, IamUser user, UserCredential profile) {
        out.element(
                "LoginProfile",
                () -> out.text("UserName", user.name())
                        .time("CreateDate", profile.created())
                        .text("PasswordResetRequired", profile.body()));
    }
}
