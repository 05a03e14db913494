package io.leasehold.aws.path;

import io.leasehold.aws.issuer.IssueRequest.Wish;
import io.leasehold.logical.Field;
import io.leasehold.logical.FieldValues;
import java.time.Duration;

/** What {@code creds/{name}} and {@code sts/{name}} understand. */
final class CredsFields {
    static final Field<String> ROLE_ARN =
            Field.string("role_arn", "Which of the role's ARNs to assume; needed when it has several.");
    static final Field<Duration> TTL = Field.duration("ttl", "Length of the session, seconds; not for iam_user.");
    static final Field<String> ROLE_SESSION_NAME =
            Field.string("role_session_name", "Name of the session, 2 to 64 characters. Only for assumed_role.");
    static final Field<String> MFA_CODE =
            Field.string("mfa_code", "Six digits shown by the role's MFA device. Only for session_token.");

    private CredsFields() {}

    static Wish toWish(FieldValues values) {
        return new Wish(
                values.find(TTL),
                values.getOr(ROLE_ARN, ""),
                values.getOr(ROLE_SESSION_NAME, ""),
                values.getOr(MFA_CODE, ""));
    }
}
