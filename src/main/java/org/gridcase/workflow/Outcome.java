package org.gridcase.workflow;

import java.util.HashMap;
import java.util.Map;

/**
 * Which way the process goes on after a task.
 *
 * @param way read as {@code outcome} by the gateway behind the task; not stored
 * @param kept further variables the process keeps
 */
public record Outcome(String way, Map<String, Object> kept) {
    public static Outcome of(String way) {
        return new Outcome(way, Map.of());
    }

    public <T> Outcome keep(Variable<T> variable, T value) {
        var more = new HashMap<>(kept);
        more.put(variable.name(), value);
        return new Outcome(way, Map.copyOf(more));
    }
}
