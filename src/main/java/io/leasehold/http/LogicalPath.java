package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.ErrorList;
import io.leasehold.logical.VaultException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The path behind {@code /v1/}: decoded, without double slashes, its trailing slash kept. */
final class LogicalPath {
    private static final String PREFIX = "/v1/";

    private LogicalPath() {}

    /**
     * Reads the raw path of a request.
     *
     * @throws VaultException 400 for {@code ..}; 400 with an empty body for characters that cannot be printed
     */
    static String read(String raw) {
        String encoded = raw.length() < PREFIX.length() ? "" : raw.substring(PREFIX.length());
        String path = decode(encoded).replaceAll("/{2,}", "/");
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw new BodylessRefusal();
        }
        if (path.contains("..")) {
            throw VaultException.invalid(ErrorList.of("relative paths not supported"));
        }
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new VaultException(ErrorKind.INVALID_REQUEST, "invalid URL escape in path");
        }
    }

    /** Refused with 400 and nothing else. */
    static final class BodylessRefusal extends RuntimeException {
        BodylessRefusal() {
            super("unprintable path", null, false, false);
        }
    }
}
