/**
 * The wire of the sandbox: AWS's Query protocol. A form comes in, its SigV4 signature is checked, XML goes out; every
 * error code of the emulator and its HTTP status is one row of {@link io.leasehold.sandbox.wire.AwsError}.
 * Uses the JDK and Caffeine only. Protocol: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
package io.leasehold.sandbox.wire;
