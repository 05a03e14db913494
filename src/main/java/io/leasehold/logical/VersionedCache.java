package io.leasehold.logical;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps what was read at one {@link ConfigurationVersion} and forgets all of it at the next, so that a node never
 * serves from memory what another node has changed before the request began.
 *
 * @param <K> of the key
 * @param <V> of the value
 */
public final class VersionedCache<K, V> {
    private static final int MOST = 100_000;
    private volatile Kept<K, V> kept = new Kept<>(new ConfigurationVersion(-1), new ConcurrentHashMap<>());

    /** The value kept for this version, or the one that the reader gives, which is then kept. */
    public Uni<V> get(ConfigurationVersion version, K key, Supplier<Uni<V>> reader) {
        Kept<K, V> now = at(version);
        V value = now.values.get(key);
        return value != null ? Uni.createFrom().item(value) : reader.get().invoke(read -> now.keep(key, read));
    }

    private Kept<K, V> at(ConfigurationVersion version) {
        Kept<K, V> now = kept;
        if (now.version.number() < version.number()) {
            now = new Kept<>(version, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.version.equals(version) ? now : new Kept<>(version, new ConcurrentHashMap<>());
    }

    private record Kept<K, V>(ConfigurationVersion version, Map<K, V> values) {
        void keep(K key, V value) {
            if (value != null && values.size() < MOST) {
                values.put(key, value);
            }
        }
    }
}
