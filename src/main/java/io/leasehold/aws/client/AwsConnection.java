package io.leasehold.aws.client;

/** AWS as one mount reaches it: with its own keys, at its own endpoints. */
public record AwsConnection(StsCalls sts, IamCalls iam) {
    void close() {
        sts.close();
        iam.close();
    }
}
