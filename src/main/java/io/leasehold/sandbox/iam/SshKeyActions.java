package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.UserCredential;
import io.leasehold.sandbox.account.UserCredential.Kind;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * SSH public keys of users.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html">UploadSSHPublicKey</a>
 */
final class SshKeyActions {

    private final UserCredentials keys;

    SshKeyActions(Account account) {
        keys = new UserCredentials(account, Kind.SSH_PUBLIC_KEY, "APKA", Quotas.SSH_PUBLIC_KEYS);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("UploadSSHPublicKey", keys::arn, this::upload),
                new IamAction("ListSSHPublicKeys", keys::arn, this::list),
                new IamAction("DeleteSSHPublicKey", keys::arn, this::delete));
    }

    private void upload(Call call, XmlWriter out) {
        IamUser user = keys.user(call);
        UserCredential key = keys.add(call, user, call.form().get("SSHPublicKeyBody"));
        out.element("SSHPublicKey", () -> {
            summary(out, user, key);
            out.text("SSHPublicKeyBody", key.body());
        });
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = keys.user(call);
        keys.list(call, out, "SSHPublicKeys", key -> summary(out, user, key));
    }

    private void delete(Call call, XmlWriter out) {
        keys.delete(call, call.form().get("SSHPublicKeyId"));
    }

    private static void summary(XmlWriter out, IamUser user, UserCredential key) {
        out.text("UserName", user.name())
                .text("SSHPublicKeyId", key.id())
                .text("Status", "Active")
                .time("UploadDate", key.created());
    }
}
