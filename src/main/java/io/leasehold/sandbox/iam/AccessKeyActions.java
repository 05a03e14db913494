package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.AwsException;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;

/**
 * Access keys of users; without a user name the caller's own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html">CreateAccessKey</a>
 */
final class AccessKeyActions {

    private final Account account;
    private final OwnUser own;

    AccessKeyActions(Account account) {
        this.account = account;
        this.own = new OwnUser(account);
    }

    List<IamAction> actions() {
        return List.of(
                new IamAction("CreateAccessKey", own::arn, this::create),
                new IamAction("ListAccessKeys", own::arn, this::list),
                new IamAction("UpdateAccessKey", own::arn, this::update),
                new IamAction("DeleteAccessKey", own::arn, this::delete),
                new IamAction("GetAccessKeyLastUsed", this::ownerArn, this::lastUsed));
    }

    private void create(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        Quotas.ACCESS_KEYS.require(user.accessKeys().size() + 1L);
        AccessKey key = new AccessKey(
                account.ids().accessKeyId("AKIA"), account.ids().secret(), user, call.now(), call.settled());
        user.accessKeys().put(key.id(), key);
        account.accessKeys().put(key.id(), key);
        out.element("AccessKey", () -> {
            summary(out, user, key);
            out.text("SecretAccessKey", key.secret());
        });
    }

    private void list(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        out.text("UserName", user.name());
        Pager.write(
                call,
                out,
                "AccessKeyMetadata",
                user.accessKeys().values().stream(),
                AccessKey::id,
                key -> summary(out, user, key));
    }

    private void update(Call call, XmlWriter out) {
        String status = call.form().get("Status");
        new Constraints().oneOf("Status", status, List.of("Active", "Inactive")).check();
        get(call, own.get(call)).changeStatus(status);
    }

    private void delete(Call call, XmlWriter out) {
        IamUser user = own.get(call);
        AccessKey key = get(call, user);
        user.accessKeys().remove(key.id());
        key.endAt(call.settled());
        if (!call.settled().isAfter(call.now())) {
            account.accessKeys().remove(key.id());
        }
    }

    private void lastUsed(Call call, XmlWriter out) {
        AccessKey key = account.accessKeys().get(call.form().get("AccessKeyId"));
        if (key == null) {
            throw absent(call);
        }
        key.owner().ifPresent(user -> out.text("UserName", user.name()));
        out.element(
                "AccessKeyLastUsed",
                () -> key.lastUse()
                        .ifPresentOrElse(
                                use -> out.time("LastUsedDate", use.at())
                                        .text("ServiceName", use.service())
                                        .text("Region", use.region()),
                                () -> out.text("ServiceName", "N/A").text("Region", "N/A")));
    }

    /** The right is needed on the key's user; a key that is not there is looked for on all users. */
    private String ownerArn(Call call) {
        AccessKey key = account.accessKeys().get(call.form().get("AccessKeyId"));
        return key == null
                ? account.arn("user/*")
                : key.owner().map(IamUser::arn).orElse(account.arn("root"));
    }

    private static AccessKey get(Call call, IamUser user) {
        AccessKey key = user.accessKeys().get(call.form().get("AccessKeyId"));
        if (key == null) {
            throw absent(call);
        }
        return key;
    }

    private static AwsException absent(Call call) {
        return AwsError.NO_SUCH_ENTITY.with(
                "The Access Key with id " + call.form().get("AccessKeyId") + " cannot be found.");
    }

    private static void summary(XmlWriter out, IamUser user, AccessKey key) {
        out.text("UserName", user.name())
                .text("AccessKeyId", key.id())
                .text("Status", key.status())
                .time("CreateDate", key.created());
    }
}
