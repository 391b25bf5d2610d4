package org.gridcase.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.gridcase.casework.CaseSummary;

/**
 * How a case does for time: provisional, by the wall clock, until the ledger counts working time. Each has a colour and
 * a shape.
 */
public enum Lamp {
    /** No limit runs. */
    NONE,
    GREEN,
    /** Four fifths of the time are gone. */
    YELLOW,
    RED;

    private static final double NEAR = 0.8;

    public static Lamp of(CaseSummary one, Instant now) {
        Instant due = one.dueAt();
        Instant filed = one.filedAt();
        if (due == null || filed == null) {
            return NONE;
        }
        Instant at = one.closedAt() == null ? now : one.closedAt();
        if (at.isAfter(due)) {
            return RED;
        }
        double gone = (double) Duration.between(filed, at).toMillis()
                / Math.max(1, Duration.between(filed, due).toMillis());
        return gone >= NEAR && one.closedAt() == null ? YELLOW : GREEN;
    }

    /** As in styles and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
