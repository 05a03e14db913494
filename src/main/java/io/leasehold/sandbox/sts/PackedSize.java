package io.leasehold.sandbox.sts;

import io.leasehold.sandbox.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * An approximation of the size that policies and tags take in a session token. AWS tells neither its format nor its
 * limit; here it is the deflated text against 1400 bytes, so that ordinary policies fit and dense ones do not.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
final class PackedSize {

    private static final int LIMIT_BYTES = 1400;

    private PackedSize() {}

    /** Percent of the space in use, 0 to 100; {@code PackedPolicyTooLarge} above. */
    static int percent(String policy, List<String> arns, Map<String, String> tags) {
        if (policy.isEmpty() && arns.isEmpty() && tags.isEmpty()) {
            return 0;
        }
        StringBuilder all = new StringBuilder(policy);
        arns.forEach(all::append);
        tags.forEach((key, value) -> all.append(key).append('=').append(value).append(';'));
        int percent = (deflated(all.toString()) * 100 + LIMIT_BYTES - 1) / LIMIT_BYTES;
        if (percent > 100) {
            String what = policy.isEmpty() && arns.isEmpty() ? "session tags" : "session policies and session tags";
            throw AwsError.PACKED_POLICY_TOO_LARGE.with(
                    "Packed size of " + what + " consumes " + percent + "% of allotted space.");
        }
        return percent;
    }

    private static int deflated(String text) {
        byte[] input = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(input);
            deflater.finish();
            return deflater.deflate(new byte[input.length + 64]);
        } finally {
            deflater.end();
        }
    }
}
