package io.leasehold.aws.config;

import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.SecretString;
import java.util.List;

/**
 * The root configuration of a mount: who the engine is at AWS and where AWS is found.
 *
 * @param settings what may be read back
 * @param secretKey secret access key of the engine's own IAM user; empty means the SDK's default credentials
 */
public record AwsConfigRoot(RootSettings settings, SecretString secretKey) {
    private static final AwsConfigRoot NONE = new AwsConfigRoot(
            new RootSettings(
                    "", "", "", "", "", List.of(), List.of(), -1, UsernameTemplate.DEFAULT, "", "", 0, "", 0, 0, false),
            SecretString.of(""));

    /** What holds before the first write: the SDK's default credentials and Amazon's own endpoints. */
    public static AwsConfigRoot none() {
        return NONE;
    }

    /** Whether the engine uses keys of its own. */
    public boolean hasKeys() {
        return !settings.accessKey().isEmpty() && !secretKey.isEmpty();
    }

    /** The same with other keys. */
    public AwsConfigRoot withKeys(String accessKey, SecretString newSecretKey) {
        return new AwsConfigRoot(settings.withAccessKey(accessKey), newSecretKey);
    }
}
