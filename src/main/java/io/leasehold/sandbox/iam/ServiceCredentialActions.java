package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.UserCredential;
import io.leasehold.sandbox.account.UserCredential.Kind;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * Passwords of users for one service, such as CodeCommit.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html">
 *     CreateServiceSpecificCredential</a>
 */
final class ServiceCredentialActions {

    private final Account account;
    private final UserCredentials credentials;

    ServiceCredentialActions(Account account) {
        this.account = account;
        this.credentials =
                new UserCredentials(account, Kind.SERVICE_SPECIFIC_CREDENTIAL, "ACCA", Quotas.SERVICE_CREDENTIALS);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateServiceSpecificCredential", credentials::arn, this::create),
                new IamAction("ListServiceSpecificCredentials", credentials::arn, this::list),
                new IamAction("DeleteServiceSpecificCredential", credentials::arn, this::delete));
    }

    private void create(Call call, XmlWriter out) {
        IamUser user = credentials.user(call);
        UserCredential credential = credentials.add(call, user, call.form().get("ServiceName"));
        out.element("ServiceSpecificCredential", () -> {
            summary(out, user, credential);
            out.text("ServicePassword", account.ids().secret());
        });
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = credentials.user(call);
        credentials.list(call, out, "ServiceSpecificCredentials", credential -> summary(out, user, credential));
    }

    private void delete(Call call, XmlWriter out) {
        credentials.delete(call, call.form().get("ServiceSpecificCredentialId"));
    }

    private void summary(XmlWriter out, IamUser user, UserCredential credential) {
        out.text("UserName", user.name())
                .text("ServiceName", credential.body())
                .text("ServiceUserName", user.name() + "-at-" + account.id())
                .text("ServiceSpecificCredentialId", credential.id())
                .text("Status", "Active")
                .time("CreateDate", credential.created());
    }
}
