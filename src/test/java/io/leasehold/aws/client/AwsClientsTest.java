package io.leasehold.aws.client;

import static io.leasehold.aws.client.SandboxMount.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.config.RootSettings;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.SecretString;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class AwsClientsTest {
    private static final String NOBODY_LISTENS = "http://127.0.0.1:9";
    private static final String NOBODY_LISTENS_EITHER = "http://127.0.0.1:11";

    private final SandboxMount mount = new SandboxMount();

    @AfterEach
    void stop() {
        mount.close();
    }

    private AwsConfigRoot rootAt(List<String> stsEndpoints, int maxRetries) {
        RootSettings settings = new RootSettings(
                mount.seeded.runnerKey().id(),
                "us-east-1",
                mount.endpoint().toString(),
                stsEndpoints.get(0),
                "",
                stsEndpoints.subList(1, stsEndpoints.size()),
                stsEndpoints.subList(1, stsEndpoints.size()).stream()
                        .map(endpoint -> "us-east-1")
                        .toList(),
                maxRetries,
                UsernameTemplate.DEFAULT,
                "",
                "",
                0,
                "",
                0,
                0,
                false);
        return new AwsConfigRoot(
                settings, SecretString.of(mount.seeded.runnerKey().secret()));
    }

    private static Uni<GetCallerIdentityResponse> whoAmI(AwsConnection aws) {
        return aws.sts().call(sts -> sts.getCallerIdentity());
    }

    @Test
    void aConnectionIsKeptWhileItsConfigurationStays() {
        // Given
        AwsConnection first = mount.aws();

        // When
        AwsConnection second = mount.aws();

        // Then
        assertSame(first, second);
    }

    @Test
    void anotherConfigurationMakesAnotherConnection() {
        // Given
        AwsConnection first = mount.aws();

        // When
        AwsConnection second =
                mount.clients.connect("aws_1", rootAt(List.of(mount.endpoint().toString()), 0), List.of());

        // Then
        assertNotSame(first, second);
        assertEquals(SandboxMount.ACCOUNT, await(whoAmI(second)).account());
    }

    @Test
    void closingOneConnectionLeavesTheOthersOpen() {
        // Given
        AwsConnection other = mount.admin();
        await(whoAmI(mount.aws()));

        // When
        mount.clients.forget("aws_1");

        // Then
        assertEquals(SandboxMount.ACCOUNT, await(whoAmI(other)).account());
        assertEquals(SandboxMount.ACCOUNT, await(whoAmI(mount.aws())).account());
    }

    @Test
    void whenAnEndpointDoesNotAnswerTheNextIsTriedAndKept() {
        // Given
        AwsConnection aws = mount.clients.connect(
                "aws_2",
                rootAt(
                        List.of(
                                NOBODY_LISTENS,
                                NOBODY_LISTENS_EITHER,
                                mount.endpoint().toString()),
                        0),
                List.of());

        // When
        GetCallerIdentityResponse first = await(whoAmI(aws));
        GetCallerIdentityResponse second = await(whoAmI(aws));

        // Then
        assertEquals(SandboxMount.ACCOUNT, first.account());
        assertEquals(SandboxMount.ACCOUNT, second.account());
    }

    @Test
    void whenNoEndpointAnswersTheCallIsRefused() {
        // Given
        AwsConnection aws =
                mount.clients.connect("aws_3", rootAt(List.of(NOBODY_LISTENS, NOBODY_LISTENS_EITHER), 0), List.of());

        // When
        AwsRefusal refusal = assertThrows(AwsRefusal.class, () -> await(whoAmI(aws)));

        // Then
        assertTrue(refusal.isUnanswered());
        assertTrue(refusal.getMessage().startsWith("RequestError: send request failed\ncaused by: "));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1, true", "1, 2, false", "-1, 2, true"})
    void aCallIsRepeatedAsOftenAsConfigured(int maxRetries, int refusals, boolean succeeds) {
        // Given
        AwsConnection aws =
                mount.clients.connect("aws_4", rootAt(List.of(mount.endpoint().toString()), maxRetries), List.of());
        mount.faults().throttleNext("GetCallerIdentity", refusals);

        // When
        boolean answered = await(
                whoAmI(aws).map(identity -> true).onFailure(AwsRefusal.class).recoverWithItem(false));

        // Then
        assertEquals(succeeds, answered);
    }

    @Test
    void anAnswerComesBackToTheEventLoopThatAsked() throws Exception {
        // Given
        AwsConnection aws = mount.aws();
        Vertx vertx = Vertx.vertx();
        Context context = vertx.getOrCreateContext();
        CompletableFuture<Context> seen = new CompletableFuture<>();

        // When
        context.runOnContext(ignored -> whoAmI(aws)
                .map(identity -> Vertx.currentContext())
                .subscribe()
                .with(seen::complete, seen::completeExceptionally));

        // Then
        assertSame(context, seen.get(20, TimeUnit.SECONDS));
        vertx.close();
    }

    @Test
    void aCallIsMadeOncePerSubscription() {
        // Given
        int[] calls = {0};
        Uni<GetCallerIdentityResponse> call = mount.aws().sts().call(sts -> {
            calls[0]++;
            return sts.getCallerIdentity();
        });
        int before = calls[0];

        // When
        await(call);
        await(call);

        // Then
        assertEquals(0, before);
        assertEquals(2, calls[0]);
    }
}
