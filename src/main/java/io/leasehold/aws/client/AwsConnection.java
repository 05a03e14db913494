package io.leasehold.aws.client;

/** AWS as one mount reaches it: with its own keys, at its own endpoints. */
public record AwsConnection(StsCalls sts, IamCalls iam) {
    /** Ends it; calls under way go on, and what all connections share stays open. */
    public void close() {
        sts.close();
        iam.close();
    }
}
