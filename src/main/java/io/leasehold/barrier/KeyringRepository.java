package io.leasehold.barrier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The keyring at rest: each key sealed under the root key. */
@Singleton
class KeyringRepository {
    private final Pool pool;

    KeyringRepository(Pool pool) {
        this.pool = pool;
    }

    /** All keys, lowest term first; empty before initialisation. */
    Uni<List<SealedKey>> list() {
        return pool.query("SELECT purpose, term, sealed FROM barrier_key ORDER BY purpose, term")
                .execute()
                .map(KeyringRepository::toKeys);
    }

    /** Stores the first keys in one transaction; false when another node was faster. */
    Uni<Boolean> insertFirst(List<SealedKey> keys) {
        List<Tuple> rows = keys.stream()
                .map(key -> Tuple.of(key.purpose(), key.term(), key.sealed()))
                .toList();
        String insert =
                "INSERT INTO barrier_key (purpose, term, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING term";
        return pool.withTransaction(
                        connection -> connection.preparedQuery(insert).executeBatch(rows))
                .map(result -> result.rowCount() > 0);
    }

    private static List<SealedKey> toKeys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SealedKey(
                        row.getString("purpose"),
                        row.getInteger("term"),
                        row.getBuffer("sealed").getBytes()))
                .toList();
    }

    /**
     * @param purpose {@code data} or {@code token}
     * @param term counts from 1
     * @param sealed under the root key
     */
    record SealedKey(String purpose, int term, Buffer sealed) {
        SealedKey(String purpose, int term, byte[] sealed) {
            this(purpose, term, Buffer.buffer(sealed));
        }
    }
}
