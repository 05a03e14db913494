package io.leasehold.token;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leasehold.logical.Caller;
import io.leasehold.logical.FieldValues;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenRulesTest {
    static Stream<Arguments> grants() {
        return Stream.of(
                arguments("root gives its own", List.of("root"), true, Map.of(), List.of("root")),
                arguments("root gives any", List.of("root"), true, policies("b", "a"), List.of("a", "b", "default")),
                arguments(
                        "root gives without default",
                        List.of("root"),
                        true,
                        Map.of("policies", "a", "no_default_policy", true),
                        List.of("a")),
                arguments(
                        "names are cleaned",
                        List.of("root"),
                        true,
                        policies(" A", "a", "b "),
                        List.of("a", "b", "default")),
                arguments("root stands alone", List.of("root"), true, policies("a", "root"), List.of("root")),
                arguments(
                        "a child has its parent's", List.of("a", "default"), false, Map.of(), List.of("a", "default")),
                arguments(
                        "a child has a part",
                        List.of("a", "b", "default"),
                        false,
                        policies("b"),
                        List.of("b", "default")),
                arguments("no default without the parent's", List.of("a", "b"), false, policies("b"), List.of("b")),
                arguments("sudo gives any", List.of("a"), true, policies("zz"), List.of("default", "zz")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("grants")
    void thePoliciesOfANewTokenFollowFromItsParent(
            String name, List<String> parent, boolean privileged, Map<String, Object> body, List<String> expected) {
        // When
        List<String> policies = TokenRules.policies(TokenRequest.of(values(body)), caller(parent), privileged);

        // Then
        assertEquals(expected, policies);
    }

    @Test
    void aChildGetsNoPolicyThatItsParentLacks() {
        // When
        VaultException refusal = assertThrows(
                VaultException.class,
                () -> TokenRules.policies(TokenRequest.of(values(policies("a", "z"))), caller(List.of("a")), false));

        // Then
        assertEquals("child policies must be subset of parent", refusal.firstMessage());
    }

    @Test
    void aChildGetsNoDefaultPolicyThatItsParentLacks() {
        // When
        VaultException refusal = assertThrows(
                VaultException.class,
                () -> TokenRules.policies(TokenRequest.of(values(policies("default"))), caller(List.of("a")), false));

        // Then
        assertEquals("child policies must be subset of parent", refusal.firstMessage());
    }

    @Test
    void sudoAloneMakesNoRoot() {
        // When
        VaultException refusal = assertThrows(
                VaultException.class,
                () -> TokenRules.policies(TokenRequest.of(values(policies("root"))), caller(List.of("a")), true));

        // Then
        assertEquals("root tokens may not be created without parent token being root", refusal.firstMessage());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(Map.of("no_parent", true), false, "root or sudo privileges required to create orphan token"),
                arguments(Map.of("period", "1h"), false, "root or sudo privileges required to create periodic token"),
                arguments(Map.of("id", "mine"), false, "root or sudo privileges required to specify token id"),
                arguments(Map.of("id", "hvs.mine"), true, "custom token ID cannot have the 'hvs.' prefix"),
                arguments(Map.of("id", "s.mine"), true, "custom token ID cannot have the 's.' prefix"),
                arguments(Map.of("id", "a.b"), true, "custom token ID cannot have a '.' in the value"),
                arguments(Map.of("type", "robot"), true, "invalid 'token_type' value"),
                arguments(Map.of("type", "batch"), true, "batch tokens are not offered by this version of Leasehold"),
                arguments(Map.of("policies", "response-wrapping"), true, "cannot assign policy \"response-wrapping\""));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refusals")
    void aWishBeyondTheCallersRightsIsRefused(Map<String, Object> body, boolean privileged, String message) {
        // Given
        FieldValues values = values(body);

        // When
        VaultException refusal = assertThrows(
                VaultException.class, () -> TokenRules.requireAllowed(TokenRequest.of(values), values, privileged));

        // Then
        assertEquals(message, refusal.firstMessage());
    }

    @Test
    void sudoMayAskForOrphanPeriodAndId() {
        // Given
        FieldValues values = values(Map.of("no_parent", true, "period", "1h", "id", "mine", "type", "service"));

        // When
        assertDoesNotThrow(() -> TokenRules.requireAllowed(TokenRequest.of(values), values, true));

        // Then
        assertEquals(Optional.of("mine"), TokenRequest.chosenId(values));
    }

    @Test
    void aNegativeNumberOfUsesIsRefused() {
        // When
        VaultException refusal =
                assertThrows(VaultException.class, () -> TokenRequest.of(values(Map.of("num_uses", "-1"))));

        // Then
        assertEquals("number of uses cannot be negative", refusal.firstMessage());
    }

    @ParameterizedTest(name = "\"{0}\" becomes {1}")
    @CsvSource({"'', token", "ci, token-ci", "ci x/y, token-ci-x-y", "a_b.c, token-a-b-c", "ü, token--"})
    void theDisplayNameHasLettersDigitsAndHyphens(String wish, String expected) {
        // When
        String name = TokenRequest.of(values(Map.of("display_name", wish))).fullDisplayName();

        // Then
        assertEquals(expected, name);
    }

    private static Map<String, Object> policies(String... names) {
        return Map.of("policies", List.of(names));
    }

    private static FieldValues values(Map<String, Object> body) {
        return FieldValues.read(List.of(TokenRequest.FIELDS), body);
    }

    private static Caller caller(List<String> policies) {
        return new Caller("hash", "accessor", "token", policies, Optional.empty());
    }
}
