package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Account;
import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.account.Entity;
import java.util.Locale;

/** The entities that carry policies, with the word that their actions are named by and the size of their inline ones. */
enum EntityKind {
    USER("User", 2048),
    GROUP("Group", 5120),
    ROLE("Role", 10240);

    private final String word;
    private final int inlineLimit;

    EntityKind(String word, int inlineLimit) {
        this.word = word;
        this.inlineLimit = inlineLimit;
    }

    String word() {
        return word;
    }

    String lowerCaseWord() {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The parameter that names the entity. */
    String parameter() {
        return word + "Name";
    }

    /** Characters of all inline policies together, white space not counted. */
    int inlineLimit() {
        return inlineLimit;
    }

    /** The entity that the call names; {@code NoSuchEntity} when there is none. */
    Entity get(Account account, Call call) {
        String name = Names.of(call, parameter());
        return switch (this) {
            case USER -> account.getUser(name, call.now());
            case GROUP -> account.getGroup(name, call.now());
            case ROLE -> account.getRole(name, call.now());
        };
    }

    /** The ARN of the entity that the call names, also when there is none. */
    String arn(Account account, Call call) {
        String name = Names.of(call, parameter());
        Entity entity = switch (this) {
            case USER -> account.users().get(Account.key(name));
            case GROUP -> account.groups().get(Account.key(name));
            case ROLE -> account.roles().get(Account.key(name));
        };
        return entity == null ? account.arn(lowerCaseWord() + "/" + name) : entity.arn();
    }

    /** The ARN of an entity that the call is about to create. */
    String newArn(Account account, Call call) {
        return account.arn(lowerCaseWord() + Names.path(call) + Names.of(call, parameter()));
    }

    /** The ARN of all entities under the path prefix of a list call. */
    String listArn(Account account, Call call) {
        return account.arn(lowerCaseWord() + call.form().find("PathPrefix").orElse("/"));
    }
}
