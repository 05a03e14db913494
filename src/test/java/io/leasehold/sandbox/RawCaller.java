package io.leasehold.sandbox;

import io.leasehold.sandbox.wire.SandboxRequest;
import io.leasehold.sandbox.wire.SandboxResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** Calls a sandbox without a network, with requests that the SDK's own signer signs at any time and for any scope. */
record RawCaller(SandboxAws sandbox, AwsCredentials credentials, Clock clock, String service, String region) {

    static final String STS = "2011-06-15";
    static final String IAM = "2010-05-08";

    RawCaller(SandboxAws sandbox, AwsCredentials credentials, Clock clock) {
        this(sandbox, credentials, clock, "sts", "us-east-1");
    }

    RawCaller at(Clock other) {
        return new RawCaller(sandbox, credentials, other, service, region);
    }

    RawCaller signingFor(String otherService, String otherRegion) {
        return new RawCaller(sandbox, credentials, clock, otherService, otherRegion);
    }

    SandboxResponse sts(String action, String... parameters) {
        return sandbox.handle(signingFor("sts", region).signed(STS, action, parameters));
    }

    SandboxResponse iam(String action, String... parameters) {
        return sandbox.handle(signingFor("iam", region).signed(IAM, action, parameters));
    }

    /** A signed request; parameters are names and values by turns. */
    SandboxRequest signed(String version, String action, String... parameters) {
        StringBuilder form = new StringBuilder("Action=" + action + "&Version=" + version);
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&').append(parameters[i]).append('=');
            form.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return sign(form.toString().getBytes(StandardCharsets.UTF_8));
    }

    SandboxRequest sign(byte[] body) {
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://127.0.0.1:8200/"))
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(credentials)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        Map<String, String> headers = new HashMap<>();
        signed.forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        return new SandboxRequest("POST", signed.encodedPath(), "", headers, body, "127.0.0.1");
    }

    /** The text of the first element of this name, or "" when there is none. */
    static String text(SandboxResponse response, String element) {
        String open = "<" + element + ">";
        int start = response.body().indexOf(open);
        return start < 0
                ? ""
                : response.body()
                        .substring(start + open.length(), response.body().indexOf("</" + element + ">", start));
    }

    /** Such as {@code AccessDenied 403}, or {@code 200} for success. */
    static String outcome(SandboxResponse response) {
        String code = text(response, "Code");
        return code.isEmpty() ? Integer.toString(response.status()) : code + " " + response.status();
    }
}
