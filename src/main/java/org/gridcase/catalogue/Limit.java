package org.gridcase.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

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

    /**
     * When it runs out if nothing pauses it. Provisional: working kinds run 08:00–12:00 and 14:00–18:00 on Monday to
     * Friday, without holidays and make-up working days, which only a city's calendar knows.
     */
    public Instant dueFrom(Instant start, ZoneId zone) {
        return switch (kind) {
            case URGENT_HOURS -> start.plus(Duration.ofHours(amount));
            case CALENDAR_DAYS -> start.plus(Duration.ofDays(amount));
            case WORKING_HOURS -> WorkingTime.STANDARD.after(start, Duration.ofHours(amount), zone);
            case WORKING_DAYS ->
                WorkingTime.STANDARD.after(start, WorkingTime.STANDARD.day().multipliedBy(amount), zone);
        };
    }
}
