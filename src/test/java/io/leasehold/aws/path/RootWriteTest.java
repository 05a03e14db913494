package io.leasehold.aws.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.aws.config.AwsConfigRoot;
import io.leasehold.aws.template.UsernameTemplate;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.SecretString;
import io.leasehold.logical.VaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootWriteTest {
    private static AwsConfigRoot write(Map<String, ?> body, Optional<AwsConfigRoot> stored) {
        return RootWrite.merge(stored, FieldValues.read(List.of(RootFields.ALL), new HashMap<>(body)));
    }

    private static AwsConfigRoot fresh(Map<String, ?> body) {
        return write(body, Optional.empty());
    }

    @Test
    void whatIsNotSentStaysAsItWas() {
        // Given
        AwsConfigRoot old = fresh(Map.of(
                "access_key", "AKIA", "secret_key", "hush", "username_template", "v-{{random 8}}", "max_retries", 2));

        // When
        AwsConfigRoot root = write(Map.of("region", "eu-west-1"), Optional.of(old));

        // Then
        assertEquals("AKIA", root.settings().accessKey());
        assertEquals(SecretString.of("hush"), root.secretKey());
        assertEquals("v-{{random 8}}", root.settings().usernameTemplate());
        assertEquals(2, root.settings().maxRetries());
        assertEquals("eu-west-1", root.settings().region());
    }

    @Test
    void whatIsSentEmptyIsCleared() {
        // Given
        AwsConfigRoot old =
                fresh(Map.of("access_key", "AKIA", "secret_key", "hush", "username_template", "v-{{random 8}}"));

        // When
        AwsConfigRoot root =
                write(Map.of("access_key", "", "secret_key", "", "username_template", ""), Optional.of(old));

        // Then
        assertEquals("", root.settings().accessKey());
        assertTrue(root.secretKey().isEmpty());
        assertEquals(UsernameTemplate.DEFAULT, root.settings().usernameTemplate());
    }

    @Test
    void nullRetriesAreNone() {
        // Given
        Map<String, Object> body = new HashMap<>();
        body.put("max_retries", null);

        // When
        AwsConfigRoot root = fresh(body);

        // Then
        assertEquals(0, root.settings().maxRetries());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        Map.of("access_key", "AKIA", "identity_token_audience", "me"),
                        "only one of 'access_key' or 'identity_token_audience' can be set"),
                arguments(
                        Map.of("identity_token_audience", "me"),
                        "missing required 'role_arn' when 'identity_token_audience' is set"),
                arguments(
                        Map.of("identity_token_audience", "me", "role_arn", "arn:aws:iam::1:role/x"),
                        "plugin workload identity not supported in Vault community edition"),
                arguments(
                        Map.of("sts_fallback_endpoints", "https://a.example,https://b.example"),
                        "fallback endpoints and fallback regions must be the same length"),
                arguments(
                        Map.of("rotation_schedule", "0 0 * * *", "rotation_period", 60),
                        "mutually exclusive fields rotation_schedule and rotation_period were both specified;"
                                + " only one of them can be provided"),
                arguments(
                        Map.of("rotation_schedule", "0 0 *"),
                        "failed to parse provided rotation_schedule: expected exactly 5 fields, found 3: [0 0 *]"),
                arguments(
                        Map.of("rotation_schedule", "61 0 * * *"),
                        "failed to parse provided rotation_schedule: bad value in field 1: 61"),
                arguments(
                        Map.of("rotation_window", 3600, "rotation_period", 60),
                        "rotation_window does not apply to period"),
                arguments(Map.of("rotation_window", 3600), "cannot use rotation_window without rotation_schedule"),
                arguments(
                        Map.of("rotation_period", 60),
                        "error registering rotation job: rotation manager capabilities not supported"
                                + " in Vault community edition"),
                arguments(
                        Map.of("rotation_schedule", "*/5 1-3 1,15 JAN-MAR SUN"),
                        "error registering rotation job: rotation manager capabilities not supported"
                                + " in Vault community edition"),
                arguments(
                        Map.of("sts_endpoint", "ftp://sts.example"),
                        "invalid endpoint \"ftp://sts.example\": expected an http or https URL"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void eachMistakeHasItsText(Map<String, ?> body, String text) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> fresh(body));

        // Then
        assertEquals(List.of(text), refusal.messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ if }}", "{{ nosuchfunction }}", "{{ .DisplayName "})
    void aBrokenTemplateIsRefusedWhenItIsWritten(String template) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> fresh(Map.of("username_template", template)));

        // Then
        assertTrue(
                refusal.firstMessage()
                        .startsWith("unable to initialize username template: unable to parse template: template:1:"),
                refusal.firstMessage());
    }

    @Test
    void aRestingRotationIsKept() {
        // When
        AwsConfigRoot root = fresh(Map.of("rotation_period", "1h", "disable_automated_rotation", true));

        // Then
        assertEquals(3600, root.settings().rotationPeriod());
        assertTrue(root.settings().disableAutomatedRotation());
    }
}
