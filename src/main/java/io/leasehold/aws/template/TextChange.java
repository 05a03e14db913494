package io.leasehold.aws.template;

import io.leasehold.aws.template.golang.BoundedText;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.Utf8;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;

/**
 * How Vault's functions change a string.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 */
final class TextChange {
    private TextChange() {}

    static String uppercase(String text) {
        return each(text, Character::toUpperCase);
    }

    static String lowercase(String text) {
        return each(text, Character::toLowerCase);
    }

    /** Replaces every occurrence; an empty search text occurs before each character and at the end. */
    static String replace(String find, String replacement, String text) {
        BoundedText result = new BoundedText();
        if (find.isEmpty()) {
            text.codePoints().forEach(c -> result.append(replacement).appendCodePoint(c));
            return result.append(replacement).toString();
        }
        int at = 0;
        for (int found = text.indexOf(find); found >= 0; found = text.indexOf(find, at)) {
            result.append(text.substring(at, found)).append(replacement);
            at = found + find.length();
        }
        return result.append(text.substring(at)).toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
    }

    /** Reverses {@link #base64}; line ends are skipped, missing padding is refused. */
    static String decodeBase64(String text) {
        String compact = text.replace("\r", "").replace("\n", "");
        if (compact.length() % 4 != 0) {
            throw new GoException("illegal base64 data");
        }
        try {
            return Utf8.text(Base64.getDecoder().decode(compact));
        } catch (IllegalArgumentException e) {
            throw new GoException("illegal base64 data");
        }
    }

    /** Character by character, as Go does: "ß" stays one character. */
    private static String each(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
