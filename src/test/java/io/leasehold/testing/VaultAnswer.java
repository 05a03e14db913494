package io.leasehold.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the server answered. */
public record VaultAnswer(int status, String body, HttpResponse<String> raw) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static VaultAnswer of(HttpResponse<String> response) {
        return new VaultAnswer(response.statusCode(), response.body(), response);
    }

    /** The same answer, if it has this status. */
    public VaultAnswer expect(int expected) {
        assertEquals(expected, status, body);
        return this;
    }

    /** The same answer, if it is a refusal with this status and exactly these texts. */
    public VaultAnswer expect(int expected, String... errors) {
        expect(expected);
        assertEquals(List.of(errors), errors());
        return this;
    }

    /** The body. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** The member {@code data} of the envelope. */
    public JsonNode data() {
        return json().path("data");
    }

    /** The member {@code auth} of the envelope. */
    public JsonNode auth() {
        return json().path("auth");
    }

    /** The id of the lease, or the empty text. */
    public String leaseId() {
        return json().path("lease_id").asText();
    }

    /** Seconds of the lease. */
    public long leaseDuration() {
        return json().path("lease_duration").asLong();
    }

    /** The texts of a refusal. */
    public List<String> errors() {
        return texts(json().path("errors"));
    }

    /** The texts of the envelope's warnings. */
    public List<String> warnings() {
        return texts(json().path("warnings"));
    }

    /** The names of a list. */
    public List<String> keys() {
        return texts(data().path("keys"));
    }

    /** The value of a response header. */
    public Optional<String> header(String name) {
        return raw.headers().firstValue(name);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
