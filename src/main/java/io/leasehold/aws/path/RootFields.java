package io.leasehold.aws.path;

import io.leasehold.logical.Field;
import java.time.Duration;
import java.util.List;

/** What {@code config/root} understands. */
final class RootFields {
    static final Field<String> ACCESS_KEY =
            Field.string("access_key", "Access key id of the engine's own IAM user; empty means the SDK's default.");
    static final Field<String> SECRET_KEY =
            Field.string("secret_key", "Secret access key of the engine's own IAM user; never read back.");
    static final Field<String> REGION = Field.string("region", "Region of the calls; empty means the server's.");
    static final Field<String> IAM_ENDPOINT = Field.string("iam_endpoint", "URL of IAM; empty means Amazon's own.");
    static final Field<String> STS_ENDPOINT = Field.string("sts_endpoint", "URL of STS; empty means Amazon's own.");
    static final Field<String> STS_REGION =
            Field.string("sts_region", "Region of sts_endpoint; without it the field has no effect.");
    static final Field<List<String>> STS_FALLBACK_ENDPOINTS =
            Field.list("sts_fallback_endpoints", "URLs of STS tried in this order when sts_endpoint does not answer.");
    static final Field<List<String>> STS_FALLBACK_REGIONS =
            Field.list("sts_fallback_regions", "Regions of sts_fallback_endpoints, one for each.");
    static final Field<Integer> MAX_RETRIES =
            Field.integer("max_retries", "Retries of a call to AWS; negative means the SDK's standard, 0 none.");
    static final Field<String> USERNAME_TEMPLATE =
            Field.string("username_template", "Template of IAM user and session names; empty means the default.");
    static final Field<String> ROLE_ARN = Field.string("role_arn", "IAM role of a workload identity.");
    static final Field<String> IDENTITY_TOKEN_AUDIENCE =
            Field.string("identity_token_audience", "Audience of a workload identity.");
    static final Field<Duration> IDENTITY_TOKEN_TTL =
            Field.duration("identity_token_ttl", "Life of a workload identity token, seconds.");
    static final Field<String> ROTATION_SCHEDULE =
            Field.string("rotation_schedule", "When to rotate the root keys: five cron fields, UTC.");
    static final Field<Duration> ROTATION_WINDOW =
            Field.duration("rotation_window", "How long after the scheduled time a rotation may begin, seconds.");
    static final Field<Duration> ROTATION_PERIOD =
            Field.duration("rotation_period", "Time between two rotations of the root keys, seconds.");
    static final Field<Boolean> DISABLE_AUTOMATED_ROTATION =
            Field.bool("disable_automated_rotation", "Whether schedule and period rest.");

    /** All of them. */
    static final Field<?>[] ALL = {
        ACCESS_KEY,
        SECRET_KEY,
        REGION,
        IAM_ENDPOINT,
        STS_ENDPOINT,
        STS_REGION,
        STS_FALLBACK_ENDPOINTS,
        STS_FALLBACK_REGIONS,
        MAX_RETRIES,
        USERNAME_TEMPLATE,
        ROLE_ARN,
        IDENTITY_TOKEN_AUDIENCE,
        IDENTITY_TOKEN_TTL,
        ROTATION_SCHEDULE,
        ROTATION_WINDOW,
        ROTATION_PERIOD,
        DISABLE_AUTOMATED_ROTATION
    };

    private RootFields() {}
}
