package io.leasehold.aws.path;

import io.leasehold.logical.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What {@code roles/{name}} understands. */
final class RoleFields {
    static final Field<String> CREDENTIAL_TYPE = Field.string(
            "credential_type", "Type of credentials: assumed_role, iam_user, federation_token or session_token.");
    static final Field<List<String>> ROLE_ARNS =
            Field.list("role_arns", "ARNs of the IAM roles that a caller may pick from. Only for assumed_role.");
    static final Field<List<String>> ROLE_ARN =
            Field.list("role_arn", "Another spelling of role_arns; both given are joined.");
    static final Field<List<String>> POLICY_ARNS = Field.list(
            "policy_arns", "ARNs of managed policies, attached to an IAM user or narrowing a session (at most 10).");
    static final Field<String> POLICY_DOCUMENT = Field.string(
            "policy_document", "JSON policy, put on an IAM user or narrowing a session (at most 2048 characters).");
    static final Field<List<String>> IAM_GROUPS = Field.list(
            "iam_groups", "IAM groups: an IAM user joins them; the policies of a session are narrowed by theirs.");
    static final Field<Map<String, String>> IAM_TAGS =
            Field.pairs("iam_tags", "Tags of the IAM user, at most 50. Only for iam_user.");
    static final Field<Map<String, String>> SESSION_TAGS =
            Field.pairs("session_tags", "Tags of the session, at most 50. Only for assumed_role.");
    static final Field<String> EXTERNAL_ID =
            Field.string("external_id", "External id that the trust policy demands. Only for assumed_role.");
    static final Field<Duration> DEFAULT_STS_TTL =
            Field.duration("default_sts_ttl", "Length of a session when the caller names none, seconds; 0 means 3600.");
    static final Field<Duration> MAX_STS_TTL =
            Field.duration("max_sts_ttl", "Longest session that a caller may ask for, seconds; 0 means the mount's.");
    static final Field<String> USER_PATH =
            Field.string("user_path", "IAM path of the user, / unless given. Only for iam_user.");
    static final Field<String> PERMISSIONS_BOUNDARY_ARN =
            Field.string("permissions_boundary_arn", "ARN of the policy that bounds the IAM user. Only for iam_user.");
    static final Field<String> MFA_SERIAL_NUMBER =
            Field.string("mfa_serial_number", "Serial number or ARN of the MFA device. Only for session_token.");
    static final Field<String> POLICY =
            Field.string("policy", "Legacy: a policy document or the ARN of a managed policy.");
    static final Field<String> ARN = Field.string("arn", "Legacy: the ARN of an IAM role or a managed policy.");

    /** All of them. */
    static final Field<?>[] ALL = {
        CREDENTIAL_TYPE,
        ROLE_ARNS,
        ROLE_ARN,
        POLICY_ARNS,
        POLICY_DOCUMENT,
        IAM_GROUPS,
        IAM_TAGS,
        SESSION_TAGS,
        EXTERNAL_ID,
        DEFAULT_STS_TTL,
        MAX_STS_TTL,
        USER_PATH,
        PERMISSIONS_BOUNDARY_ARN,
        MFA_SERIAL_NUMBER,
        POLICY,
        ARN
    };

    /** Those that a legacy field does not go with, in the order in which Vault looks at them. */
    static final List<Field<?>> NOT_WITH_LEGACY = List.of(
            ROLE_ARNS,
            ROLE_ARN,
            POLICY_ARNS,
            POLICY_DOCUMENT,
            DEFAULT_STS_TTL,
            MAX_STS_TTL,
            USER_PATH,
            PERMISSIONS_BOUNDARY_ARN);

    private RoleFields() {}
}
