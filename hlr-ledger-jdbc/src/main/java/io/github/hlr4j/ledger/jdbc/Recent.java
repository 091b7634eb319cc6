package io.github.hlr4j.ledger.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was asked for lately and can never change. Safe for concurrent use. */
final class Recent<K, V> {

    private static final int MAX_ENTRIES = 5_000;

    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_ENTRIES;
        }
    };

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    synchronized void put(K key, V value) {
        entries.put(key, value);
    }
}
