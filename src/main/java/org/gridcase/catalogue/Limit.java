package org.gridcase.catalogue;

import java.time.Duration;
import java.time.Instant;
import org.gridcase.calendar.WorkingCalendar;

/** How long handling may take (处置时限). */
public record Limit(int amount, LimitKind kind) {
    /** Ten years of days: more is a slip of the hand. */
    static final int MAX_AMOUNT = 3650;

    /** @throws IllegalArgumentException unless 1 ≤ amount ≤ {@value #MAX_AMOUNT} */
    public Limit {
        if (amount < 1 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("not an amount: " + amount);
        }
    }

    /** As policy lengthens or shortens it at some places; at least one. */
    public Limit times(double factor) {
        return new Limit((int) Math.max(1, Math.round(amount * factor)), kind);
    }

    /** When it runs out if nothing pauses it. */
    public Instant dueFrom(Instant start, WorkingCalendar calendar) {
        return switch (kind) {
            case URGENT_HOURS -> start.plus(Duration.ofHours(amount));
            case CALENDAR_DAYS -> start.plus(Duration.ofDays(amount));
            case WORKING_HOURS -> calendar.after(start, Duration.ofHours(amount));
            case WORKING_DAYS -> calendar.after(start, calendar.day().multipliedBy(amount));
        };
    }
}
