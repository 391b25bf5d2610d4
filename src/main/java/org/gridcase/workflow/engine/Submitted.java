package org.gridcase.workflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is being submitted in this thread, from the completing command to the guard. */
final class Submitted implements AutoCloseable {
    private static final ThreadLocal<Submitted> CURRENT = new ThreadLocal<>();

    private final @Nullable Submitted outer;
    private final Map<String, Object> values;

    private Submitted(@Nullable Submitted outer, Map<String, Object> values) {
        this.outer = outer;
        this.values = values;
    }

    static Submitted hold(Map<String, Object> values) {
        var held = new Submitted(CURRENT.get(), Map.copyOf(values));
        CURRENT.set(held);
        return held;
    }

    static Map<String, Object> values() {
        var current = CURRENT.get();
        return current == null ? Map.of() : current.values;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
