package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.util.Optional;

/**
 * What dev mode was asked for.
 *
 * @param address URL of the server without a slash at the end; it is listening already
 * @param rootToken the wanted root token; a random one if none
 * @param sandbox whether the AWS sandbox is on, and should be set up as the cloud behind {@code sandbox/}
 */
public record DevOptions(String address, Optional<SecretString> rootToken, boolean sandbox) {}
