package io.leasehold.sandbox.account;

import java.time.Instant;
import java.util.Map;

/** What users, groups and roles have in common. */
public sealed interface Entity permits IamUser, IamGroup, IamRole {

    /** The unique id, which a later entity of the same name does not get again. */
    String id();

    /** The name, unique without regard to case among entities of its type. */
    String name();

    /** The path, which begins and ends with a slash. */
    String path();

    /** The Amazon resource name. */
    String arn();

    /** When it was created. */
    Instant created();

    /** From when on others can see it. */
    Instant settled();

    /** Its policies. */
    Policies policies();

    /** Its tags; the live map. Groups have none. */
    Map<String, String> tags();
}
