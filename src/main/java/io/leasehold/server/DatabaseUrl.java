package io.leasehold.server;

import io.leasehold.logical.SecretString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database as operators write it: {@code postgresql://user:password@host:port/database?sslmode=require}, where only
 * host and database are needed.
 *
 * @see <a href="https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection URIs</a>
 */
final class DatabaseUrl {
    private static final Pattern FORM = Pattern.compile("(?:jdbc:|vertx-reactive:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/]*))?@)?"
            + "(?<location>[^@/?,]+/[^/?#]+(?:\\?[^#]*)?)");

    private DatabaseUrl() {}

    /** Reads an address; a text that is none is refused without being repeated, as it may hold a password. */
    static DatabaseLogin parse(String text) {
        final Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new StartRefused("the database's address is not of the form postgresql://host:5432/database");
        }
        return new DatabaseLogin(
                matcher.group("location"),
                decoded(matcher.group("user")),
                decoded(matcher.group("password")).map(SecretString::of));
    }

    private static Optional<String> decoded(String part) {
        return Optional.ofNullable(part)
                .filter(text -> !text.isEmpty())
                // In this part of a URL a plus sign is a plus sign.
                .map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
