package io.leasehold.http;

import io.leasehold.logical.VaultException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A form as data; repeated names are joined with commas. */
final class FormData {
    private FormData() {}

    /**
     * Reads a form.
     *
     * @throws VaultException 400 for a broken escape
     */
    static Map<String, Object> read(String form) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String pair : form.trim().split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                data.merge(name, decode(equals < 0 ? "" : pair.substring(equals + 1)), (one, two) -> one + "," + two);
            }
        }
        return data;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw VaultException.invalid("error parsing form data");
        }
    }
}
