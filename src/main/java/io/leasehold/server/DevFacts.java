package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.util.Optional;

/**
 * What dev mode has made, for the banner.
 *
 * @param address URL of the server without a slash at the end
 * @param rootToken the token that was made
 * @param sandbox the keys for {@code aws/config/root}; none if the sandbox is off
 */
public record DevFacts(String address, SecretString rootToken, Optional<SandboxKeys> sandbox) {
    /**
     * Keys of an IAM user of the sandbox that may assume the article's role.
     *
     * @param accessKeyId starts with {@code AKIA}
     * @param secretAccessKey 40 characters
     */
    public record SandboxKeys(String accessKeyId, SecretString secretAccessKey) {}
}
