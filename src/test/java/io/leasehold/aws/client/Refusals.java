package io.leasehold.aws.client;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.model.StsException;

/** Refusals as the SDK throws them. */
public final class Refusals {
    private Refusals() {}

    public static AwsRefusal of(String code, String message, int status) {
        return (AwsRefusal) AwsRefusal.of(StsException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .requestId("11111111-2222-3333-4444-555555555555")
                .build());
    }
}
