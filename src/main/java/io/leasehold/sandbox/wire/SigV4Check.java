package io.leasehold.sandbox.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Recomputes the signature of a request and refuses one that differs, is older or newer than 15 minutes, or was made for
 * another service. Any region is taken, as one sandbox stands for every regional endpoint.
 */
public final class SigV4Check {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String DIFFERENT =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                    + " Access Key and signing method. Consult the service documentation for details.";

    private final Clock clock;
    private final Cache<SigningScope, Hmac> signingKeys =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** A check against this clock. */
    public SigV4Check(Clock clock) {
        this.clock = clock;
    }

    /** Throws {@code SignatureDoesNotMatch} or {@code IncompleteSignature} unless the request was signed with the key. */
    public void verify(SandboxRequest request, Authorization authorization, String signingSecret, String service) {
        String date = request.header("x-amz-date")
                .orElseThrow(() -> AwsError.INCOMPLETE_SIGNATURE.with(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."));
        requireScope(authorization, date, service);
        requireFresh(date);
        requireDeclaredPayload(request);
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + authorization.scope() + "\n"
                + hex(Hmac.hash(CanonicalRequest.of(request, authorization).getBytes(StandardCharsets.UTF_8)));
        if (!same(hex(signingKey(authorization, signingSecret).of(toSign)), authorization.signature())) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with(DIFFERENT);
        }
    }

    private void requireScope(Authorization authorization, String date, String service) {
        if (!authorization.service().equals(service)) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with(
                    "Credential should be scoped to correct service: '" + service + "'. ");
        }
        if (!date.startsWith(authorization.date())) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with("Date in Credential scope does not match YYYYMMDD from"
                    + " ISO-8601 version of date from HTTP: '" + authorization.date() + "' != '" + date + "'.");
        }
        if (!authorization.signedHeaders().contains("host")) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with(
                    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void requireFresh(String date) {
        Instant signed = parse(date);
        Instant now = clock.instant();
        if (signed.isBefore(now.minus(WINDOW))) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with("Signature expired: " + date + " is now earlier than "
                    + BASIC.format(now.minus(WINDOW)) + " (" + BASIC.format(now) + " - 15 min.)");
        }
        if (signed.isAfter(now.plus(WINDOW))) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with("Signature not yet current: " + date + " is still later than "
                    + BASIC.format(now.plus(WINDOW)) + " (" + BASIC.format(now) + " + 15 min.)");
        }
    }

    private static void requireDeclaredPayload(SandboxRequest request) {
        String declared = request.header("x-amz-content-sha256").orElse(null);
        if (declared != null && !same(declared, hex(Hmac.hash(request.body())))) {
            throw AwsError.SIGNATURE_DOES_NOT_MATCH.with(DIFFERENT);
        }
    }

    private Hmac signingKey(Authorization authorization, String signingSecret) {
        SigningScope scope = new SigningScope(authorization.accessKeyId(), authorization.scope());
        return signingKeys.get(scope, absent -> derive(authorization, signingSecret));
    }

    private static Hmac derive(Authorization authorization, String signingSecret) {
        byte[] day = Hmac.sha256(("AWS4" + signingSecret).getBytes(StandardCharsets.UTF_8))
                .of(authorization.date());
        byte[] region = Hmac.sha256(day).of(authorization.region());
        byte[] service = Hmac.sha256(region).of(authorization.service());
        return Hmac.sha256(Hmac.sha256(service).of("aws4_request"));
    }

    private static Instant parse(String date) {
        try {
            return BASIC.parse(date, Instant::from);
        } catch (DateTimeException e) {
            throw AwsError.INCOMPLETE_SIGNATURE.with("Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
        }
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private record SigningScope(String accessKeyId, String scope) {}
}
