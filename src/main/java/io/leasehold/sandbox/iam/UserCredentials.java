package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.IamUser;
import io.leasehold.sandbox.account.UserCredential;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.function.Consumer;

/** What the actions on one kind of a user's credentials have in common: to add within the quota, to list, to delete. */
record UserCredentials(Account account, UserCredential.Kind kind, String idPrefix, Quotas quota) {

    IamUser user(Call call) {
        return new OwnUser(account).get(call);
    }

    String arn(Call call) {
        return new OwnUser(account).arn(call);
    }

    UserCredential add(Call call, IamUser user, String body) {
        quota.require(user.credentials(kind).size() + 1L);
        UserCredential credential = new UserCredential(kind, account.ids().entityId(idPrefix), body, call.now());
        user.credentials().put(credential.id(), credential);
        return credential;
    }

    void list(Call call, XmlWriter out, String listName, Consumer<UserCredential> each) {
        Pager.write(call, out, listName, user(call).credentials(kind).stream(), UserCredential::id, each);
    }

    void delete(Call call, String id) {
        IamUser user = user(call);
        if (user.credentials(kind).stream()
                .noneMatch(credential -> credential.id().equals(id))) {
            throw AwsError.NO_SUCH_ENTITY.with("The credential with id " + id + " cannot be found.");
        }
        user.credentials().remove(id);
    }
}
