package io.leasehold.sandbox;

import static io.leasehold.sandbox.SandboxFixture.codeAndStatus;
import static io.leasehold.sandbox.SandboxFixture.credentials;
import static io.leasehold.sandbox.SandboxFixture.message;
import static io.leasehold.sandbox.SandboxFixture.roleArn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

class AssumeRoleLimitsTest {

    private static final String MAX_SESSION =
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    private static final String CHAINED =
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";

    private static SandboxFixture sandbox;
    private static StsAsyncClient sts;

    @BeforeAll
    static void start() {
        sandbox = new SandboxFixture();
        sts = sandbox.runnerSts();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Consumer<AssumeRoleRequest.Builder> with(Consumer<AssumeRoleRequest.Builder> change) {
        return request -> {
            request.roleArn(roleArn("ProdAppRW")).roleSessionName("session");
            change.accept(request);
        };
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static List<Tag> tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> tag("k" + i, "v")).toList();
    }

    private static List<PolicyDescriptorType> arns(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PolicyDescriptorType.builder()
                        .arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .build())
                .toList();
    }

    /** A policy of exactly this many characters. */
    private static String policy(int length) {
        String bare =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
        return bare + " ".repeat(length - bare.length());
    }

    @ParameterizedTest(name = "{0} for {1} seconds")
    @CsvSource({
        "ProdAppRW, 900",
        "ProdAppRW, 3600",
        "ProdAppTwelveHours, 43200",
        "ProdAppFifteenMinutes, 900",
    })
    void aSessionLivesAsLongAsWasAsked(String role, int seconds) {
        // When
        Instant expiry = sts.assumeRole(
                        r -> r.roleArn(roleArn(role)).roleSessionName("session").durationSeconds(seconds))
                .join()
                .credentials()
                .expiration();

        // Then
        long left = Duration.between(sandbox.clock.instant(), expiry).toSeconds();
        assertTrue(left <= seconds && left >= seconds - 3, "left " + left);
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                arguments(
                        "duration 899",
                        with(r -> r.durationSeconds(899)),
                        "'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900"),
                arguments(
                        "duration 43201",
                        with(r -> r.durationSeconds(43201)),
                        "Member must have value less than or equal to 43200"),
                arguments("duration above the role's", with(r -> r.durationSeconds(3601)), MAX_SESSION),
                arguments(
                        "duration above 15 minutes",
                        with(r -> r.roleArn(roleArn("ProdAppFifteenMinutes")).durationSeconds(901)),
                        MAX_SESSION),
                arguments(
                        "session name of 1",
                        with(r -> r.roleSessionName("a")),
                        "'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2"),
                arguments(
                        "session name of 65",
                        with(r -> r.roleSessionName("a".repeat(65))),
                        "Member must have length less than or equal to 64"),
                arguments(
                        "session name with a space",
                        with(r -> r.roleSessionName("a b")),
                        "Member must satisfy regular expression pattern: [\\w+=,.@-]*"),
                arguments("external id of 1", with(r -> r.externalId("x")), "'externalId' failed"),
                arguments(
                        "external id of 1225", with(r -> r.externalId("x".repeat(1225))), "less than or equal to 1224"),
                arguments("external id with a hash", with(r -> r.externalId("a#b")), "'externalId' failed"),
                arguments("role ARN of 19", with(r -> r.roleArn("a".repeat(19))), "'roleArn' failed"),
                arguments("role ARN of 2049", with(r -> r.roleArn(roleArn("a".repeat(2049)))), "'roleArn' failed"),
                arguments(
                        "role ARN that is none",
                        with(r -> r.roleArn("no-arn-but-long-enough")),
                        "no-arn-but-long-enough is invalid"),
                arguments("source identity of 1", with(r -> r.sourceIdentity("a")), "'sourceIdentity' failed"),
                arguments(
                        "source identity of 65",
                        with(r -> r.sourceIdentity("a".repeat(65))),
                        "'sourceIdentity' failed"),
                arguments(
                        "token code of 5",
                        with(r -> r.serialNumber("GAHT12345678").tokenCode("12345")),
                        "'tokenCode' failed"),
                arguments(
                        "token code of letters",
                        with(r -> r.serialNumber("GAHT12345678").tokenCode("abcdef")),
                        "'tokenCode' failed"),
                arguments(
                        "serial number of 8",
                        with(r -> r.serialNumber("GAHT1234").tokenCode("123456")),
                        "'serialNumber' failed"),
                arguments(
                        "policy of 2049",
                        with(r -> r.policy(policy(2049))),
                        "'policy' failed to satisfy constraint: Member must have length less than or equal to 2048"),
                arguments(
                        "11 policy ARNs",
                        with(r -> r.policyArns(arns(11))),
                        "'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10"),
                arguments(
                        "unknown policy ARN",
                        with(r -> r.policyArns(p -> p.arn("arn:aws:iam::aws:policy/Nowhere"))),
                        "arn:aws:iam::aws:policy/Nowhere"),
                arguments(
                        "51 tags",
                        with(r -> r.tags(tags(51))),
                        "'tags' failed to satisfy constraint: Member must have length less than or equal to 50"),
                arguments("tag key of 129", with(r -> r.tags(tag("k".repeat(129), "v"))), "'tags.1.member.key' failed"),
                arguments(
                        "tag value of 257",
                        with(r -> r.tags(tag("k", "v".repeat(257)))),
                        "'tags.1.member.value' failed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfRange")
    void aValueOutOfRangeIsAValidationError(String name, Consumer<AssumeRoleRequest.Builder> request, String text) {
        // When
        var call = sts.assumeRole(request);

        // Then
        assertEquals("ValidationError 400", codeAndStatus(call));
        assertTrue(message(call).contains(text), message(call));
    }

    @Test
    void severalBrokenValuesAreToldTogether() {
        // When
        String message = message(sts.assumeRole(with(r -> r.roleSessionName("a").durationSeconds(1))));

        // Then
        assertTrue(message.startsWith("2 validation errors detected: "), message);
    }

    static Stream<Arguments> brokenTags() {
        return Stream.of(
                arguments("keys that differ by case", List.of(tag("Team", "a"), tag("team", "b"))),
                arguments("key of AWS's own", List.of(tag("aws:x", "a"))),
                arguments("key of AWS's own in capitals", List.of(tag("AWS:x", "a"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTags")
    void aTagThatBreaksTheRulesIsRefused(String name, List<Tag> tags) {
        // When
        String refusal = codeAndStatus(sts.assumeRole(with(r -> r.tags(tags))));

        // Then
        assertEquals("InvalidParameterValue 400", refusal);
    }

    @Test
    void everythingAtItsLimitIsAccepted() {
        // When
        AssumeRoleResponse response = sts.assumeRole(with(r -> r.roleSessionName("a".repeat(64))
                        .externalId("x".repeat(1224))
                        .policy(policy(2048))
                        .policyArns(arns(10))
                        .tags(tags(50))
                        .sourceIdentity("s".repeat(64))))
                .join();

        // Then
        assertTrue(response.packedPolicySize() > 0 && response.packedPolicySize() <= 100);
        assertEquals("s".repeat(64), response.sourceIdentity());
    }

    @Test
    void withoutPoliciesAndTagsThereIsNoPackedSize() {
        // When
        AssumeRoleResponse response = sts.assumeRole(with(r -> {})).join();

        // Then
        assertNull(response.packedPolicySize());
        assertNotNull(response.credentials().expiration());
    }

    @Test
    void denseTagsAreTooLargeWhenPacked() {
        // Given
        var random = new java.util.Random(1);
        List<Tag> tags = IntStream.range(0, 50)
                .mapToObj(i -> tag(
                        "k" + i,
                        random.ints(200, 'a', 'z')
                                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                                .toString()))
                .toList();

        // When
        String refusal = codeAndStatus(sts.assumeRole(with(r -> r.tags(tags))));

        // Then
        assertEquals("PackedPolicyTooLarge 400", refusal);
    }

    @Test
    void aMalformedSessionPolicyIsRefused() {
        // When
        String refusal = codeAndStatus(sts.assumeRole(with(r -> r.policy("{\"Statement\":[{\"Effect\":\"Allow\"}]}"))));

        // Then
        assertEquals("MalformedPolicyDocument 400", refusal);
    }

    @Test
    void aChainedSessionEndsAfterAnHourWhateverTheRoleSays() {
        // Given
        StsAsyncClient chained = sandbox.sts(credentials(sandbox.assume(sts, "VaultRunner")));

        // When
        var call = chained.assumeRole(
                with(r -> r.roleArn(roleArn("ProdAppTwelveHours")).durationSeconds(3601)));

        // Then
        assertEquals("ValidationError 400", codeAndStatus(call));
        assertEquals(CHAINED, message(call));
        assertNotNull(sandbox.assume(chained, "ProdAppTwelveHours"));
    }

    @Test
    void theFifteenMinuteRoleCanBeRaised() {
        // Given
        try (SandboxFixture own = new SandboxFixture()) {
            own.adminIam()
                    .updateRole(r -> r.roleName("ProdAppFifteenMinutes").maxSessionDuration(3600))
                    .join();

            // When
            var response = own.runnerSts()
                    .assumeRole(with(
                            r -> r.roleArn(roleArn("ProdAppFifteenMinutes")).durationSeconds(3600)))
                    .join();

            // Then
            assertNotNull(response.credentials());
        }
    }
}
