package io.leasehold.contract;

import static io.leasehold.testing.VaultDriver.body;

import java.util.Map;

/** Bodies of roles: a type with what it needs, and more names and values by turns. */
final class Roles {
    private Roles() {}

    static Map<String, Object> iamUser(Object... more) {
        return typed("iam_user", more);
    }

    static Map<String, Object> assumedRole(Object... more) {
        Map<String, Object> role = typed("assumed_role", more);
        role.put("role_arns", AwsLab.roleArn("ProdAppRW"));
        return role;
    }

    private static Map<String, Object> typed(String type, Object... more) {
        Map<String, Object> role = body(more);
        role.put("credential_type", type);
        return role;
    }
}
