package io.leasehold.sandbox;

import static io.leasehold.sandbox.RawCaller.outcome;
import static io.leasehold.sandbox.RawCaller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.sandbox.account.Ids;
import io.leasehold.sandbox.wire.SandboxResponse;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class EveryActionTest {

    private static final Set<String> STS =
            Set.of("AssumeRole", "GetFederationToken", "GetSessionToken", "GetCallerIdentity", "GetAccessKeyInfo");
    private static final Set<String> NEED_NO_RIGHT = Set.of("GetSessionToken", "GetCallerIdentity");
    /** Every parameter that any action asks for, all naming things that exist. */
    private static final String[] PARAMETERS = {
        "UserName",
        "Admin",
        "GroupName",
        "ReadOnlyGroup",
        "RoleName",
        "ProdAppRW",
        "PolicyName",
        "LogReader",
        "PolicyArn",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "AccessKeyId",
        "AKIAAAAAAAAAAAAAAAAA",
        "SerialNumber",
        "arn:aws:iam::111122223333:mfa/VaultRunner",
        "VirtualMFADeviceName",
        "phone",
        "RoleArn",
        "arn:aws:iam::111122223333:role/ProdAppRW",
        "RoleSessionName",
        "session",
        "Name",
        "alice",
        "VersionId",
        "v1",
    };

    private static SandboxFixture sandbox;
    private static AwsCredentials nobody;

    @BeforeAll
    static void start() {
        sandbox = new SandboxFixture();
        nobody = sandbox.userWith("nobody", null);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<String> actions() {
        Random random = new Random(1);
        return new SandboxAws("111122223333", Clock.systemUTC(), new Ids(random, random))
                .actions().stream().filter(action -> !NEED_NO_RIGHT.contains(action));
    }

    private static SandboxResponse call(String action) {
        RawCaller caller = sandbox.raw(nobody);
        return STS.contains(action) ? caller.sts(action, withoutDevice()) : caller.iam(action, PARAMETERS);
    }

    private static String[] withoutDevice() {
        String[] copy = PARAMETERS.clone();
        copy[12] = "Unused";
        return copy;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void aUserWithoutRightsCanDoNothing(String action) {
        // When
        SandboxResponse response = call(action);

        // Then
        String service = STS.contains(action) ? "sts:" : "iam:";
        assertEquals("AccessDenied 403", outcome(response), response.body());
        assertTrue(
                text(response, "Message")
                        .startsWith("User: arn:aws:iam::111122223333:user/nobody is not authorized" + " to perform: "
                                + service + action + " on resource: "),
                response.body());
    }
}
