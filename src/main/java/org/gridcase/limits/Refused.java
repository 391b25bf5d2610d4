package org.gridcase.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this node has just refused: whoever storms on is turned away without asking the database again. */
class Refused {
    private static final int MOST = 10_000;

    private final Map<String, Long> until = new ConcurrentHashMap<>();

    void remember(String key, Duration wait) {
        if (until.size() >= MOST) {
            long now = System.nanoTime();
            until.values().removeIf(end -> end - now <= 0);
        }
        if (until.size() < MOST) {
            until.put(key, System.nanoTime() + wait.toNanos());
        }
    }

    /** @return nothing, or less, if a call may be tried */
    Duration left(String key) {
        Long end = until.get(key);
        if (end == null) {
            return Duration.ZERO;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
            until.remove(key, end);
        }
        return Duration.ofNanos(left);
    }
}
