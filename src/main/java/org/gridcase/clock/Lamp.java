package org.gridcase.clock;

import java.time.Instant;
import java.util.Locale;
import org.gridcase.casework.CaseSummary;
import org.jspecify.annotations.Nullable;

/** How a clock does: each has a colour and a shape. */
public enum Lamp {
    /** No limit runs. */
    NONE,
    GREEN,
    /** Nearly used up. */
    YELLOW,
    /** More than its limit is used. */
    RED;

    /** @param yellowAt none, as {@code dueAt}, if no limit runs */
    public static Lamp at(@Nullable Instant yellowAt, @Nullable Instant dueAt, Instant now) {
        if (dueAt == null) {
            return NONE;
        }
        if (now.isAfter(dueAt)) {
            return RED;
        }
        return yellowAt != null && !now.isBefore(yellowAt) ? YELLOW : GREEN;
    }

    /** Of an ended case: how it did. */
    public static Lamp of(CaseSummary one, Instant now) {
        if (one.stage().ended()) {
            return one.late() ? RED : one.dueAt() == null ? NONE : GREEN;
        }
        return at(one.yellowAt(), one.dueAt(), now);
    }

    /** As in styles and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
