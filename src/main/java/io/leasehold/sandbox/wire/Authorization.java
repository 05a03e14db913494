package io.leasehold.sandbox.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a SigV4 {@code Authorization} header: who signed, for which day, region and service, which headers are
 * under the signature, and the signature in lower-case hexadecimal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">SigV4
 *     authentication</a>
 */
public record Authorization(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256 ";

    /** Reads the header; {@code MissingAuthenticationToken} without one, {@code IncompleteSignature} if it is broken. */
    public static Authorization of(SandboxRequest request) {
        String header = request.header("authorization")
                .orElseThrow(
                        () -> AwsError.MISSING_AUTHENTICATION_TOKEN.with("Request is missing Authentication Token"));
        if (!header.startsWith(ALGORITHM)) {
            throw incomplete("Unsupported signing algorithm in the Authorization header.");
        }
        Map<String, String> parts = parts(header.substring(ALGORITHM.length()));
        String[] scope = part(parts, "Credential").split("/");
        if (scope.length != 5 || !scope[4].equals("aws4_request")) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g."
                    + " keyid/date/region/service/term, got '" + parts.get("Credential") + "'");
        }
        List<String> signed = List.of(part(parts, "SignedHeaders").split(";"));
        return new Authorization(scope[0], scope[1], scope[2], scope[3], signed, part(parts, "Signature"));
    }

    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw incomplete("'" + part.strip()
                        + "' not a valid key=value pair (missing equal-sign) in Authorization header");
            }
            parts.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null || value.isEmpty()) {
            throw incomplete("Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static AwsException incomplete(String message) {
        return AwsError.INCOMPLETE_SIGNATURE.with(message);
    }
}
