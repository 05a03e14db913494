package io.leasehold.sandbox;

import static io.leasehold.sandbox.RawCaller.outcome;
import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.sandbox.wire.AwsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsAsyncClient;

class FaultsTest {

    private static final Duration LAG = Duration.ofSeconds(10);

    private SandboxFixture sandbox;
    private Faults faults;

    @BeforeEach
    void start() {
        sandbox = new SandboxFixture();
        faults = sandbox.seeded.aws().faults();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theNextCallsAreThrottled() {
        // Given
        StsAsyncClient sts = sandbox.runnerSts();
        faults.throttleNext("GetCallerIdentity", 2);

        // When
        String first = codeAndStatus(sts.getCallerIdentity());
        String second = codeAndStatus(sts.getCallerIdentity());
        var third = sts.getCallerIdentity();

        // Then
        assertEquals("Throttling 400", first);
        assertEquals("Throttling 400", second);
        assertNotNull(third.join().arn());
    }

    @Test
    void aRateAboveTheLimitIsThrottled() {
        // Given
        StsAsyncClient sts = sandbox.runnerSts();
        faults.limitRate(Faults.EVERY_ACTION, 3);

        // When
        long throttled = Stream.generate(sts::getCallerIdentity)
                .limit(30)
                .map(call -> call.handle((response, failure) -> failure != null))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();
        sandbox.clock.advance(Duration.ofSeconds(1));
        var later = sts.getCallerIdentity();

        // Then
        assertTrue(throttled >= 20, "throttled " + throttled);
        assertNotNull(later.join().arn());
    }

    @Test
    void anyErrorCanBeInjectedForOneAction() {
        // Given
        faults.failNext("GetCallerIdentity", 1, new AwsException("ThrottlingException", 429, "Slow down"));

        // When
        String injected = codeAndStatus(sandbox.runnerSts().getCallerIdentity());
        var other = sandbox.runnerSts().getSessionToken();

        // Then
        assertEquals("ThrottlingException 429", injected);
        assertNotNull(other.join());
    }

    @Test
    void anAnswerCanTakeItsTimeWithoutHoldingOthersUp() {
        // Given
        faults.delay("GetSessionToken", Duration.ofMillis(600));
        StsAsyncClient sts = sandbox.runnerSts();
        sts.getCallerIdentity().join();

        // When
        long start = System.nanoTime();
        var slow = sts.getSessionToken();
        sts.getCallerIdentity().join();
        boolean slowWasDone = slow.isDone();
        slow.join();
        long millis = (System.nanoTime() - start) / 1_000_000;

        // Then
        assertFalse(slowWasDone);
        assertTrue(millis >= 600, "took " + millis);
    }

    @Test
    void aDroppedCallIsNeverRun() {
        // Given
        IamAsyncClient iam = sandbox.adminIam();
        faults.dropNext("CreateUser", 1);

        // When
        var call = iam.createUser(r -> r.userName("alice"));

        // Then
        assertThrows(CompletionException.class, call::join);
        assertEquals("NoSuchEntity 404", codeAndStatus(iam.getUser(r -> r.userName("alice"))));
    }

    @Test
    void aCallWhoseAnswerIsLostHasHappened() {
        // Given
        IamAsyncClient iam = sandbox.adminIam();
        faults.loseAnswers("CreateUser", 1);

        // When
        var call = iam.createUser(r -> r.userName("alice"));

        // Then
        assertThrows(CompletionException.class, call::join);
        assertNotNull(iam.getUser(r -> r.userName("alice")).join());
    }

    @Test
    void aNewKeyIsUnknownUntilItHasSettled() {
        // Given
        faults.lag("CreateAccessKey", LAG);
        IamAsyncClient admin = sandbox.adminIam();
        admin.createUser(r -> r.userName("alice")).join();
        AccessKey key = admin.createAccessKey(r -> r.userName("alice")).join().accessKey();
        RawCaller alice = sandbox.raw(credentials(key));

        // When
        String early = outcome(alice.sts("GetCallerIdentity"));
        sandbox.clock.advance(LAG);
        String late = outcome(alice.sts("GetCallerIdentity"));

        // Then
        assertEquals("InvalidClientTokenId 403", early);
        assertEquals("200", late);
    }

    @Test
    void aDeletedKeyWorksUntilTheDeletionHasSettled() {
        // Given
        var alice = sandbox.userWith("alice", null);
        RawCaller caller = sandbox.raw(alice);
        faults.lag("DeleteAccessKey", LAG);

        // When
        sandbox.adminIam()
                .deleteAccessKey(r -> r.userName("alice").accessKeyId(alice.accessKeyId()))
                .join();
        String early = outcome(caller.sts("GetCallerIdentity"));
        sandbox.clock.advance(LAG);
        String late = outcome(caller.sts("GetCallerIdentity"));

        // Then
        assertEquals("200", early);
        assertEquals("InvalidClientTokenId 403", late);
    }

    @Test
    void newPoliciesAndUsersAreInvisibleUntilTheyHaveSettled() {
        // Given
        RawCaller alice = sandbox.raw(sandbox.userWith("alice", null));
        RawCaller admin = sandbox.raw(credentials(sandbox.seeded.adminKey()));
        faults.lag("AttachUserPolicy", LAG).lag("CreateUser", LAG);
        sandbox.adminIam()
                .attachUserPolicy(r -> r.userName("alice").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"))
                .join();
        sandbox.adminIam().createUser(r -> r.userName("bob")).join();

        // When
        String right = outcome(alice.iam("ListUsers"));
        String user = outcome(admin.iam("GetUser", "UserName", "bob"));
        sandbox.clock.advance(LAG);

        // Then
        assertEquals("AccessDenied 403", right);
        assertEquals("NoSuchEntity 404", user);
        assertEquals("200", outcome(alice.iam("ListUsers")));
        assertEquals("200", outcome(admin.iam("GetUser", "UserName", "bob")));
    }

    @Test
    void clearingEndsEveryFault() {
        // Given
        faults.throttleNext("*", 5)
                .lag("*", LAG)
                .delay("*", Duration.ofHours(1))
                .limitRate("*", 1);

        // When
        faults.clear();

        // Then
        assertNotNull(sandbox.runnerSts().getCallerIdentity().join());
        assertNotNull(sandbox.runnerSts().getCallerIdentity().join());
    }
}
