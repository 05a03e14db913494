package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.Operation;
import io.leasehold.logical.VaultException;
import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Query parameters as data: one value is a text, several are a list. */
final class QueryData {
    private QueryData() {}

    /**
     * Whether {@code list} is there and true.
     *
     * @throws VaultException 400 with an empty list when it is neither true nor false
     */
    static boolean asksForList(MultiMap query) {
        String value = query.get("list");
        if (value == null || value.isEmpty()) {
            return false;
        }
        return switch (value) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> throw new VaultException(ErrorKind.INVALID_REQUEST, List.of());
        };
    }

    static Map<String, Object> read(MultiMap query, Operation operation) {
        Map<String, Object> data = new HashMap<>();
        for (String name : query.names()) {
            if (!(operation == Operation.LIST && name.equals("list"))) {
                List<String> values = query.getAll(name);
                data.put(name, values.size() == 1 ? values.get(0) : List.copyOf(values));
            }
        }
        return data;
    }
}
