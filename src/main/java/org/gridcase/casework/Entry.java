package org.gridcase.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's timeline.
 *
 * @param actor an account, {@code resident} or {@code system}
 * @param stage where the case stood afterwards
 * @param reason in the actor's words
 * @param detail what else matters: the rule that fired, the unit, the row
 */
public record Entry(
        Move move,
        String actor,
        Stage stage,
        Instant at,
        @Nullable String reason,
        Map<String, ?> detail) {

    static Entry of(Move move, String actor, Stage stage, Instant at) {
        return new Entry(move, actor, stage, at, null, Map.of());
    }

    Entry with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<String, Object>(detail);
        more.put(name, value);
        return new Entry(move, actor, stage, at, reason, Map.copyOf(more));
    }
}
