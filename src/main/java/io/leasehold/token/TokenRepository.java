package io.leasehold.token;

import io.leasehold.logical.ConfigurationVersion;
import io.leasehold.store.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens at rest. The one query that every request makes is here; it brings the configuration version along. */
@Singleton
class TokenRepository {
    private static final String FIND = "SELECT v.number AS version, t.* FROM configuration_version v LEFT JOIN "
            + "(SELECT " + TokenRows.COLUMNS + " FROM token WHERE hash = ANY($1)) t ON true";
    private static final int FIND_LANES = 1;
    private static final int MOST_FINDS = 200;
    private final Pool pool;
    private final Gathering<String, Found> finds = new Gathering<>(FIND_LANES, MOST_FINDS, this::findAll);

    TokenRepository(Pool pool) {
        this.pool = pool;
    }

    /** The token under this hash, if any, with the version of the configuration at this moment. */
    Uni<Found> find(String hash) {
        return finds.ask(hash);
    }

    private Uni<List<Found>> findAll(List<String> hashes) {
        String[] distinct = hashes.stream().distinct().toArray(String[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(distinct))
                .map(rows -> answers(hashes, rows));
    }

    private static List<Found> answers(List<String> hashes, RowSet<Row> rows) {
        ConfigurationVersion version =
                new ConfigurationVersion(rows.iterator().next().getLong("version"));
        Map<String, Token> tokens = new HashMap<>();
        rows.forEach(row -> keep(row, tokens));
        return hashes.stream()
                .map(hash -> new Found(Optional.ofNullable(tokens.get(hash)), version))
                .toList();
    }

    private static void keep(Row row, Map<String, Token> tokens) {
        if (row.getString("hash") != null) {
            tokens.put(row.getString("hash"), TokenRows.toToken(row));
        }
    }

    /** Stores a new token; false when its parent has ended or the token is there already. */
    Uni<Boolean> insert(Token token) {
        return pool.preparedQuery(
                        "INSERT INTO token (" + TokenRows.COLUMNS + ") SELECT $1, $2, $3, $4, $5, $6, $7, $8, "
                                + "$9, $10, $11, $12, $13, $14, $15 WHERE $3::text IS NULL "
                                + "OR EXISTS (SELECT 1 FROM token WHERE hash = $3 FOR KEY SHARE) ON CONFLICT DO NOTHING")
                .execute(TokenRows.toTuple(token))
                .map(result -> result.rowCount() == 1);
    }

    /** Takes one use from a token that has a limit; false when none was left. */
    Uni<Boolean> use(String hash) {
        return pool.preparedQuery("UPDATE token SET num_uses = CASE num_uses WHEN 1 THEN -1 ELSE num_uses - 1 END "
                        + "WHERE hash = $1 AND num_uses > 0")
                .execute(Tuple.of(hash))
                .map(result -> result.rowCount() == 1);
    }

    Uni<Void> renew(String hash, Instant now, Duration ttl) {
        return pool.preparedQuery("UPDATE token SET expire_time = $2, last_renewal = $3 WHERE hash = $1")
                .execute(Tuple.of(hash, TokenRows.utc(now.plus(ttl)), TokenRows.utc(now)))
                .replaceWithVoid();
    }

    /**
     * Deletes a token. The database takes its children along and makes their leases due now; AWS is not waited for: the
     * reaper does the rest.
     */
    Uni<Void> delete(String hash) {
        return pool.preparedQuery("DELETE FROM token WHERE hash = $1")
                .execute(Tuple.of(hash))
                .replaceWithVoid();
    }

    /** Deletes tokens whose time is over, a batch of them; how many. */
    Uni<Integer> deleteExpired(Instant now, int limit) {
        return pool.preparedQuery("DELETE FROM token WHERE hash IN (SELECT hash FROM token WHERE expire_time <= $1 "
                        + "ORDER BY expire_time LIMIT $2 FOR UPDATE SKIP LOCKED)")
                .execute(Tuple.of(TokenRows.utc(now), limit))
                .map(result -> result.rowCount());
    }

    /** A token, if any, and the version of the configuration when it was looked up. */
    record Found(Optional<Token> token, ConfigurationVersion version) {}
}
