package io.leasehold.aws.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leasehold.logical.GoText;
import io.leasehold.logical.VaultException;

/** The JSON of a policy as a role keeps it: checked to be JSON, white space between tokens removed, nothing reordered. */
public final class PolicyDocument {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyDocument() {}

    /**
     * Removes the white space between the tokens; the empty text stays empty.
     *
     * @throws VaultException 400 when the text is not JSON
     */
    public static String compact(String text) {
        if (text.isEmpty() || isJson(text)) {
            return withoutSpace(text);
        }
        throw VaultException.invalid("cannot parse policy document: " + GoText.quote(text));
    }

    static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String withoutSpace(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted && character == '\\') {
                compact.append(character);
                character = text.charAt(++i);
            } else if (character == '"') {
                quoted = !quoted;
            }
            if (quoted || !Character.isWhitespace(character)) {
                compact.append(character);
            }
        }
        return compact.toString();
    }
}
