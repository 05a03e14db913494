package io.leasehold.sandbox;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxOffTest {

    @Test
    void theSandboxIsNotThereUnlessAskedFor() {
        given().formParam("Action", "GetCallerIdentity")
                .formParam("Version", "2011-06-15")
                .when()
                .post("/")
                .then()
                .statusCode(404);
    }
}
