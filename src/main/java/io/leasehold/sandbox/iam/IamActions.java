package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Authoriser;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.CallContext;
import io.leasehold.sandbox.account.Caller;
import io.leasehold.sandbox.account.Session;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.XmlWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All IAM actions of one account: authorises a call and runs it. */
public final class IamActions {

    private final Account account;
    private final Authoriser authoriser;
    private final Map<String, IamAction> actions;

    /** The actions on this account. */
    public IamActions(Account account, Authoriser authoriser) {
        this.account = account;
        this.authoriser = authoriser;
        this.actions = families(account)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(IamAction::name, Function.identity()));
    }

    /** The names of all actions. */
    public Set<String> names() {
        return actions.keySet();
    }

    /** Runs a call of a known action; refusals are {@link io.leasehold.sandbox.wire.AwsException}s. */
    public void run(String name, Call call, XmlWriter out) {
        requireIamCredentials(call.caller());
        IamAction action = actions.get(name);
        String resource = action.resource().apply(call);
        String right = "iam:" + name;
        authoriser.require(call, right, resource, CallContext.of(call, account.id(), right, resource));
        synchronized (account) {
            action.handler().run(call, out);
        }
    }

    /** Federated users cannot call IAM at all, and sessions of a user only when they were made with MFA. */
    private static void requireIamCredentials(Caller caller) {
        boolean refused = caller.session()
                .filter(session -> session.kind() == Session.Kind.FEDERATED_USER
                        || session.kind() == Session.Kind.USER && !session.mfa())
                .isPresent();
        if (refused) {
            throw AwsError.INVALID_CLIENT_TOKEN_ID.with("The security token included in the request is invalid.");
        }
    }

    private static Stream<List<IamAction>> families(Account account) {
        return Stream.of(
                new UserActions(account).actions(),
                new AccessKeyActions(account).actions(),
                new GroupActions(account).actions(),
                new MembershipActions(account).actions(),
                new RoleActions(account).actions(),
                new ManagedPolicyActions(account).actions(),
                new InlinePolicyActions(account, EntityKind.USER).actions(),
                new InlinePolicyActions(account, EntityKind.GROUP).actions(),
                new InlinePolicyActions(account, EntityKind.ROLE).actions(),
                new AttachmentActions(account, EntityKind.USER).actions(),
                new AttachmentActions(account, EntityKind.GROUP).actions(),
                new AttachmentActions(account, EntityKind.ROLE).actions(),
                new BoundaryActions(account, EntityKind.USER).actions(),
                new BoundaryActions(account, EntityKind.ROLE).actions(),
                new TagActions(account, EntityKind.USER).actions(),
                new TagActions(account, EntityKind.ROLE).actions(),
                new LoginProfileActions(account).actions(),
                new SshKeyActions(account).actions(),
                new ServiceCredentialActions(account).actions(),
                new SigningCertificateActions(account).actions(),
                new MfaDeviceActions(account).actions());
    }
}
