package io.leasehold.sandbox;

import io.leasehold.sandbox.account.AccessKey;
import io.leasehold.sandbox.wire.SandboxRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as clients other than the Java SDK do: only content type, host and date are under the signature. */
final class HandSigner {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private HandSigner() {}

    static SandboxRequest sign(AccessKey key, Instant now, byte[] body) {
        try {
            String date = BASIC.format(now);
            String scope = date.substring(0, 8) + "/us-east-1/sts/aws4_request";
            String canonical =
                    "POST\n/\n\ncontent-type:application/x-www-form-urlencoded\nhost:sts.amazonaws.com\nx-amz-date:"
                            + date + "\n\ncontent-type;host;x-amz-date\n" + hash(body);
            String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n"
                    + hash(canonical.getBytes(StandardCharsets.UTF_8));
            byte[] signing = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
            for (String part : scope.split("/")) {
                signing = mac(signing, part);
            }
            String signature = HexFormat.of().formatHex(mac(signing, toSign));
            String authorization = "AWS4-HMAC-SHA256 Credential=" + key.id() + "/" + scope
                    + ", SignedHeaders=content-type;host;x-amz-date, Signature=" + signature;
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Host",
                    "sts.amazonaws.com",
                    "X-Amz-Date",
                    date,
                    "Authorization",
                    authorization);
            return new SandboxRequest("POST", "/", "", headers, body, "127.0.0.1");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
