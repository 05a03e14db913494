package io.leasehold.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.token.TokenIssuer;
import io.restassured.RestAssured;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks Vault's words to the server over HTTP: {@code vault.as(token).read("sys/mounts")}. Initialises the server on
 * first use, and holds every answer to the OpenAPI document.
 */
@Singleton
public class VaultDriver {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TokenIssuer tokens;
    private Optional<String> rootToken = Optional.empty();

    VaultDriver(TokenIssuer tokens) {
        this.tokens = tokens;
    }

    /** A caller with this token. */
    public Session as(String token) {
        return new Session(List.of("X-Vault-Token", token));
    }

    /** A caller with a root token. */
    public Session root() {
        return as(rootToken());
    }

    /** A caller without a token. */
    public Session anonymous() {
        return new Session(List.of());
    }

    /** A root token; the first in a database comes from {@code sys/init}. */
    public synchronized String rootToken() {
        if (rootToken.isEmpty()) {
            VaultAnswer answer = anonymous().raw("PUT", "/v1/sys/init", "{}");
            rootToken = Optional.of(
                    answer.status() == 200 ? answer.json().path("root_token").asText() : anotherRootToken());
        }
        return rootToken.get();
    }

    /** Another application of this test run has initialised the database and kept the token to itself. */
    private String anotherRootToken() {
        return tokens.issueRoot(Optional.empty()).await().atMost(PATIENCE).reveal();
    }

    /** Where the server listens. */
    public int port() {
        return RestAssured.port;
    }

    /** The server as one caller sees it. */
    public final class Session {
        private final List<String> headers;

        private Session(List<String> headers) {
            this.headers = headers;
        }

        /** The same caller with one more header. */
        public Session with(String name, String value) {
            List<String> more = new ArrayList<>(headers);
            more.addAll(List.of(name, value));
            return new Session(more);
        }

        /** GET. */
        public VaultAnswer read(String path) {
            return raw("GET", "/v1/" + path);
        }

        /** LIST. */
        public VaultAnswer list(String path) {
            return raw("LIST", "/v1/" + path);
        }

        /** DELETE. */
        public VaultAnswer delete(String path) {
            return raw("DELETE", "/v1/" + path);
        }

        /** PUT without a body. */
        public VaultAnswer write(String path) {
            return raw("PUT", "/v1/" + path);
        }

        /** PUT with a JSON object. */
        public VaultAnswer write(String path, Map<String, ?> body) {
            try {
                return raw("PUT", "/v1/" + path, JSON.writeValueAsString(body));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Any verb, on a path as it goes over the wire, with a body or none. */
        public VaultAnswer raw(String verb, String path, String... body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(PATIENCE)
                    .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body[0]));
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            VaultAnswer answer = send(request.build());
            OpenApiContract.get().require(verb, path, answer);
            return answer;
        }

        private VaultAnswer send(HttpRequest request) {
            try {
                return VaultAnswer.of(http.send(request, BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A body for {@code write}: names and values by turns; a value may be {@code null}. */
    public static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        List<Object> items = Arrays.asList(namesAndValues);
        for (int i = 0; i < items.size(); i += 2) {
            body.put((String) items.get(i), items.get(i + 1));
        }
        return body;
    }
}
