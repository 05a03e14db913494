package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import io.leasehold.sandbox.wire.QueryForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The parameters of AssumeRole that are its own, each within its range; a duration in seconds. */
record AssumeRoleInput(
        String roleArn,
        String sessionName,
        OptionalInt durationSeconds,
        Optional<String> externalId,
        Optional<String> sourceIdentity,
        List<String> transitiveTagKeys) {

    /** The longest session that any role can give, in seconds. */
    private static final int MAX_DURATION = 43200;
    /** The shortest session, in seconds. */
    static final int MIN_DURATION = 900;

    static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]*");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:\\/-]*");

    static AssumeRoleInput read(QueryForm form) {
        AssumeRoleInput input = new AssumeRoleInput(
                form.get("RoleArn"),
                form.get("RoleSessionName"),
                form.integer("DurationSeconds"),
                form.find("ExternalId"),
                form.find("SourceIdentity"),
                form.list("TransitiveTagKeys"));
        input.check();
        return input;
    }

    private void check() {
        Constraints constraints = new Constraints()
                .length("RoleArn", roleArn, 20, 2048)
                .length("RoleSessionName", sessionName, 2, 64)
                .pattern("RoleSessionName", sessionName, SESSION_NAME)
                .length("ExternalId", externalId.orElse(null), 2, 1224)
                .pattern("ExternalId", externalId.orElse(null), EXTERNAL_ID)
                .length("SourceIdentity", sourceIdentity.orElse(null), 2, 64)
                .pattern("SourceIdentity", sourceIdentity.orElse(null), SESSION_NAME)
                .atMost("TransitiveTagKeys", transitiveTagKeys, 50);
        durationSeconds.ifPresent(seconds -> constraints.range("DurationSeconds", seconds, MIN_DURATION, MAX_DURATION));
        constraints.check();
        if (sourceIdentity.filter(identity -> identity.startsWith("aws:")).isPresent()) {
            throw AwsError.VALIDATION_ERROR.with("SourceIdentity must not begin with aws:");
        }
        if (roleArn.split(":", 6).length != 6) {
            throw AwsError.VALIDATION_ERROR.with(roleArn + " is invalid");
        }
    }
}
