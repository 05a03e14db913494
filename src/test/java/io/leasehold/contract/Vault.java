package io.leasehold.contract;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A client that speaks Vault's words, with one token. Every answer is held to the OpenAPI document. */
final class Vault {
    private static final OpenApiFilter CONTRACT = new OpenApiFilter();

    private final String token;

    Vault(String token) {
        this.token = token;
    }

    /** The same client with another token. */
    Vault as(String otherToken) {
        return new Vault(otherToken);
    }

    String token() {
        return token;
    }

    Response read(String path) {
        return send("GET", path);
    }

    Response read(String path, Map<String, ?> query) {
        return client().queryParams(query).get("/v1/" + path);
    }

    Response list(String path) {
        return send("LIST", path);
    }

    Response write(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    Response delete(String path) {
        return send("DELETE", path);
    }

    Response send(String verb, String path) {
        return client().request(verb, "/v1/" + path);
    }

    Response send(String verb, String path, Object body) {
        return client().contentType("application/json").body(body).request(verb, "/v1/" + path);
    }

    Response renew(String leaseId) {
        return send("PUT", "sys/leases/renew", Map.of("lease_id", leaseId));
    }

    Response renew(String leaseId, Object increment) {
        return send("PUT", "sys/leases/renew", Map.of("lease_id", leaseId, "increment", increment));
    }

    Response revoke(String leaseId) {
        return send("PUT", "sys/leases/revoke", Map.of("lease_id", leaseId));
    }

    Response lookup(String leaseId) {
        return send("PUT", "sys/leases/lookup", Map.of("lease_id", leaseId));
    }

    private RequestSpecification client() {
        RequestSpecification client = given().filter(CONTRACT);
        return token.isEmpty() ? client : client.header("X-Vault-Token", token);
    }
}
