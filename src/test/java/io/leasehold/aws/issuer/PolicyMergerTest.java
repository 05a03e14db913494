package io.leasehold.aws.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.VaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyMergerTest {
    private static final String ROLE =
            "{\"Version\":\"2008-10-17\",\"Id\":\"x\",\"Statement\":{\"Resource\":\"*\",\"Effect\":\"Deny\",\"Action\":\"b\"}}";
    private static final String GROUP =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\",\"Resource\":\"*\"}]}";

    @Test
    void withoutGroupsTheDocumentStaysAsItIs() {
        // When
        String merged = PolicyMerger.merge(List.of("", " "), ROLE);

        // Then
        assertEquals(ROLE, merged);
    }

    @Test
    void statementsOfGroupsComeFirstAndKeysAreSorted() {
        // When
        String merged = PolicyMerger.merge(List.of(GROUP), ROLE);

        // Then
        assertEquals(
                "{\"Statement\":[{\"Action\":\"a\",\"Effect\":\"Allow\",\"Resource\":\"*\"},"
                        + "{\"Action\":\"b\",\"Effect\":\"Deny\",\"Resource\":\"*\"}],\"Version\":\"2012-10-17\"}",
                merged);
    }

    @Test
    void groupsAreEnough() {
        // When
        String merged = PolicyMerger.merge(List.of(GROUP, GROUP), "");

        // Then
        assertEquals(2, merged.split("\"Effect\"", -1).length - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null"})
    void whatIsNoObjectCannotBeMerged(String document) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> PolicyMerger.merge(List.of(GROUP), document));

        // Then
        assertEquals("cannot merge policies: a policy document is not a JSON object", refusal.firstMessage());
    }
}
