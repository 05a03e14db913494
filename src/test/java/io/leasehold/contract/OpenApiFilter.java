package io.leasehold.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;

/** Holds every answer that passes to {@code openapi/vault.yaml}: its status is documented and its body fits. */
final class OpenApiFilter implements Filter {
    private final OpenApiContract contract = OpenApiContract.get();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        if (!request.getQueryParams().containsKey("help")) {
            check(request, response);
        }
        return response;
    }

    private void check(FilterableRequestSpecification request, Response response) {
        String path = URI.create(request.getURI()).getPath();
        List<String> complaints = contract.complaints(
                request.getMethod(), path, response.statusCode(), response.contentType(), response.asString());
        if (!complaints.isEmpty()) {
            throw new AssertionError(request.getMethod() + " " + path + " answered " + response.statusCode() + " "
                    + response.asString() + "\nwhich is not what openapi/vault.yaml says: "
                    + String.join("\n", complaints));
        }
    }
}
