package io.leasehold.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leasehold.logical.Operation;
import io.leasehold.logical.VaultException;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryDataTest {
    @ParameterizedTest(name = "list={0}: {1}")
    @CsvSource({
        "1, true",
        "t, true",
        "T, true",
        "true, true",
        "TRUE, true",
        "True, true",
        "0, false",
        "f, false",
        "F, false",
        "false, false",
        "FALSE, false",
        "False, false",
        "'', false"
    })
    void aListIsAskedForWithATrueValue(String value, boolean expected) {
        // When
        boolean list = QueryData.asksForList(query("list", value));

        // Then
        assertEquals(expected, list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "2", "tRue"})
    void aValueThatIsNeitherIsRefusedWithoutAWord(String value) {
        // When
        VaultException refusal = assertThrows(VaultException.class, () -> QueryData.asksForList(query("list", value)));

        // Then
        assertEquals(List.of(), refusal.messages());
        assertEquals(400, refusal.kind().status());
    }

    @Test
    void oneValueIsATextAndSeveralAreAList() {
        // Given
        MultiMap query = query("ttl", "1h").add("role_arn", "a").add("role_arn", "b");

        // When
        Map<String, Object> data = QueryData.read(query, Operation.READ);

        // Then
        assertEquals(Map.of("ttl", "1h", "role_arn", List.of("a", "b")), data);
    }

    @Test
    void theNameListIsDataWhereItWasNotUsed() {
        // When
        Map<String, Object> data = QueryData.read(query("list", "false"), Operation.READ);

        // Then
        assertEquals(Map.of("list", "false"), data);
        assertEquals(Map.of(), QueryData.read(query("list", "true"), Operation.LIST));
    }

    private static MultiMap query(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
