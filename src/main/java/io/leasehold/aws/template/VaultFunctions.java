package io.leasehold.aws.template;

import static io.leasehold.aws.template.GoFunction.Parameter.TEXT;
import static io.leasehold.aws.template.GoFunction.Parameter.WHOLE;

import io.leasehold.aws.template.GoFunction.Eager;
import io.leasehold.aws.template.GoFunction.Parameter;
import io.leasehold.aws.template.golang.GoException;
import io.leasehold.aws.template.golang.GoTime;
import io.leasehold.aws.template.golang.GoValue.Text;
import io.leasehold.aws.template.golang.Utf8;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * Vault's functions for user names. Lengths count bytes, as in Vault; all results are strings, also those of the clock.
 *
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/username-templating">Vault: username templating</a>
 */
final class VaultFunctions {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LONGEST_RANDOM = 1024;
    private static final int HASH_LENGTH = 8;

    static final List<GoFunction> ALL = List.of(
            function("random", List.of(WHOLE), (a, s) -> random(a.whole(0), s)),
            function("truncate", List.of(WHOLE, TEXT), (a, s) -> truncate(a.whole(0), a.text(1))),
            function("truncate_sha256", List.of(WHOLE, TEXT), (a, s) -> truncateWithHash(a.whole(0), a.text(1))),
            function("uppercase", List.of(TEXT), (a, s) -> TextChange.uppercase(a.text(0))),
            function("lowercase", List.of(TEXT), (a, s) -> TextChange.lowercase(a.text(0))),
            function(
                    "replace",
                    List.of(TEXT, TEXT, TEXT),
                    (a, s) -> TextChange.replace(a.text(0), a.text(1), a.text(2))),
            function("sha256", List.of(TEXT), (a, s) -> TextChange.sha256(Utf8.bytes(a.text(0)))),
            function("base64", List.of(TEXT), (a, s) -> TextChange.base64(a.text(0))),
            function("decode_base64", List.of(TEXT), (a, s) -> TextChange.decodeBase64(a.text(0))),
            function(
                    "unix_time",
                    List.of(),
                    (a, s) -> Long.toString(s.clock().instant().getEpochSecond())),
            function(
                    "unix_time_millis",
                    List.of(),
                    (a, s) -> Long.toString(s.clock().millis())),
            function("timestamp", List.of(TEXT), (a, s) -> GoTime.format(a.text(0), utc(s))),
            function("uuid", List.of(), (a, s) -> s.uuid().get().toString()));

    private VaultFunctions() {}

    /** The work of a function that gives a string. */
    private interface TextBody {
        String apply(Arguments arguments, TemplateSources sources);
    }

    private static GoFunction function(String name, List<Parameter> parameters, TextBody body) {
        return Eager.of(name, parameters, (arguments, sources) -> new Text(body.apply(arguments, sources)));
    }

    private static String random(long length, TemplateSources sources) {
        if (length < 0 || length > LONGEST_RANDOM) {
            throw new GoException("length must be 0 to " + LONGEST_RANDOM + " but was " + length);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(sources.random().nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String truncate(long length, String text) {
        if (length <= 0) {
            throw new GoException("max length must be > 0 but was " + length);
        }
        return Utf8.first(text, length);
    }

    private static String truncateWithHash(long length, String text) {
        if (length <= HASH_LENGTH) {
            throw new GoException("max length must be > " + HASH_LENGTH + " but was " + length);
        }
        byte[] bytes = Utf8.bytes(text);
        if (bytes.length <= length) {
            return text;
        }
        int kept = (int) length - HASH_LENGTH;
        String hash = TextChange.sha256(Arrays.copyOfRange(bytes, kept, bytes.length));
        return Utf8.slice(text, 0, kept) + hash.substring(0, HASH_LENGTH);
    }

    private static LocalDateTime utc(TemplateSources sources) {
        return LocalDateTime.ofInstant(sources.clock().instant(), ZoneOffset.UTC);
    }
}
