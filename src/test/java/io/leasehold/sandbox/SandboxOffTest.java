package io.leasehold.sandbox;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxOffTest.ByDefault.class)
class SandboxOffTest {

    static Map<String, String> withoutDatabase(Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(more);
        overrides.put("quarkus.hibernate-orm.enabled", "false");
        overrides.put("quarkus.datasource.active", "false");
        overrides.put("quarkus.flyway.active", "false");
        overrides.put("quarkus.flyway.migrate-at-start", "false");
        return overrides;
    }

    @Test
    void theSandboxIsNotThereUnlessAskedFor() {
        given().formParam("Action", "GetCallerIdentity")
                .formParam("Version", "2011-06-15")
                .when()
                .post("/sandbox/aws")
                .then()
                .statusCode(404);
    }

    /** The configuration as it ships, without a database. */
    public static final class ByDefault implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return withoutDatabase(Map.of());
        }
    }
}
