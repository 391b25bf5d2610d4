package org.gridcase.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What never changes once read: the most lately used of it, so many and no more. */
final class Recent<K, V> {
    private final Map<K, V> values;

    Recent(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Reads outside the lock, so that two callers may read the same thing twice but never wait for each other. */
    V get(K key, Function<K, V> read) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V value = read.apply(key);
        synchronized (values) {
            values.put(key, value);
        }
        return value;
    }
}
