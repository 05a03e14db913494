package io.leasehold.token;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns tokens into rows and back. */
final class TokenRows {
    static final String COLUMNS = "hash, accessor, parent, path, display_name, policies, meta, num_uses, issue_time, "
            + "creation_ttl, expire_time, explicit_max_ttl, period, renewable, last_renewal";

    private TokenRows() {}

    static Tuple toTuple(Token token) {
        Token.Life life = token.life();
        Tuple tuple = Tuple.tuple()
                .addValue(token.hash())
                .addValue(token.accessor())
                .addValue(token.parent().orElse(null))
                .addValue(token.path())
                .addValue(token.displayName())
                .addArrayOfString(token.policies().toArray(String[]::new))
                .addValue(token.meta() == null ? null : new JsonObject(new LinkedHashMap<>(token.meta())));
        return tuple.addValue(token.numUses())
                .addValue(utc(life.issueTime()))
                .addValue(life.creationTtl().toSeconds())
                .addValue(life.expireTime().map(TokenRows::utc).orElse(null))
                .addValue(life.explicitMaxTtl().toSeconds())
                .addValue(life.period().toSeconds())
                .addValue(life.renewable())
                .addValue(life.lastRenewal().map(TokenRows::utc).orElse(null));
    }

    static Token toToken(Row row) {
        return new Token(
                row.getString("hash"),
                row.getString("accessor"),
                Optional.ofNullable(row.getString("parent")),
                row.getString("path"),
                row.getString("display_name"),
                List.of(row.getArrayOfStrings("policies")),
                meta(row.getJsonObject("meta")),
                row.getInteger("num_uses"),
                life(row));
    }

    private static Token.Life life(Row row) {
        return new Token.Life(
                row.getOffsetDateTime("issue_time").toInstant(),
                Duration.ofSeconds(row.getLong("creation_ttl")),
                instant(row, "expire_time"),
                Duration.ofSeconds(row.getLong("explicit_max_ttl")),
                Duration.ofSeconds(row.getLong("period")),
                row.getBoolean("renewable"),
                instant(row, "last_renewal"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Map<String, String> meta(JsonObject object) {
        if (object == null) {
            return null;
        }
        Map<String, String> meta = new LinkedHashMap<>();
        object.forEach(entry -> meta.put(entry.getKey(), String.valueOf(entry.getValue())));
        return meta;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
