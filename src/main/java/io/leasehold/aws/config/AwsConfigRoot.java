package io.leasehold.aws.config;

import io.leasehold.logical.SecretString;
import java.util.List;

/**
 * The root configuration of a mount: who the engine is at AWS and where AWS is found.
 *
 * @param settings what may be read back
 * @param secretKey secret access key of the engine's own IAM user; empty means the SDK's default credentials
 */
public record AwsConfigRoot(RootSettings settings, SecretString secretKey) {
    /** What names are made of when nothing else is said; read back to the letter, so it is part of the wire. */
    public static final String DEFAULT_USERNAME_TEMPLATE =
            "{{ if (eq .Type \"STS\") }}{{ printf \"vault-%s-%s\"  (unix_time) (random 20) | truncate 32 }}{{ else }}"
                    + "{{ printf \"vault-%s-%s-%s\" (printf \"%s-%s\" (.DisplayName) (.PolicyName) | truncate 42)"
                    + " (unix_time) (random 20) | truncate 64 }}{{ end }}";

    private static final AwsConfigRoot NONE = new AwsConfigRoot(
            new RootSettings(
                    "",
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    -1,
                    DEFAULT_USERNAME_TEMPLATE,
                    "",
                    "",
                    0,
                    "",
                    0,
                    0,
                    false),
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
