package org.gridcase.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what becomes of cases, and keeps the newest of each kind by name; of one thread, then put together. */
final class Shifts {
    private final int mostCases;
    private final int mostKept;
    private final Map<Key, Found> found = new HashMap<>();
    private int kept;

    record Key(Aspect aspect, String was, String becomes) {}

    static final class Found {
        long cases;
        final List<UUID> newest = new ArrayList<>(2);
    }

    Shifts(int mostCases, int mostKept) {
        this.mostCases = mostCases;
        this.mostKept = mostKept;
    }

    /** Newer cases come before older ones. */
    void add(Aspect aspect, String was, String becomes, UUID id) {
        Found it = found.computeIfAbsent(new Key(aspect, was, becomes), any -> new Found());
        it.cases++;
        if (it.newest.size() < mostCases && kept < mostKept) {
            it.newest.add(id);
            kept++;
        }
    }

    void add(Shifts other) {
        other.found.forEach((key, more) -> {
            Found it = found.computeIfAbsent(key, any -> new Found());
            it.cases += more.cases;
            it.newest.addAll(more.newest);
        });
    }

    /** The most frequent first. */
    List<Map.Entry<Key, Found>> most(int most) {
        return found.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Key, Found> one) -> -one.getValue().cases)
                        .thenComparing(one -> one.getKey().toString()))
                .limit(most)
                .toList();
    }

    /** Of what was found, the newest; ids are ordered by time. */
    List<UUID> newest(Found it) {
        return it.newest.stream()
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .limit(mostCases)
                .toList();
    }
}
