package io.leasehold.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The text of a request that both sides sign.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed request</a>
 */
final class CanonicalRequest {

    private static final String UNRESERVED = "-_.~/";

    private CanonicalRequest() {}

    static String of(SandboxRequest request, Authorization authorization) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.path())).append('\n');
        text.append(query(request.query())).append('\n');
        for (String name : authorization.signedHeaders()) {
            text.append(name).append(':').append(value(request, name)).append('\n');
        }
        text.append('\n');
        text.append(String.join(";", authorization.signedHeaders())).append('\n');
        return text.append(payload(request)).toString();
    }

    /** The path is encoded a second time on top of how it was sent: only S3 is an exception to this. */
    private static String path(String sent) {
        if (sent.isEmpty()) {
            return "/";
        }
        StringBuilder encoded = new StringBuilder(sent.length());
        for (byte b : sent.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static String query(String sent) {
        if (sent.isEmpty()) {
            return "";
        }
        return Arrays.stream(sent.split("&"))
                .map(pair -> pair.indexOf('=') < 0 ? pair + "=" : pair)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String value(SandboxRequest request, String name) {
        String value = request.header(name).orElse("").strip();
        return value.contains("  ") ? value.replaceAll(" {2,}", " ") : value;
    }

    /** Always the hash of what came: a client that declares another one has sent a changed body. */
    private static String payload(SandboxRequest request) {
        return HexFormat.of().formatHex(Hmac.hash(request.body()));
    }
}
