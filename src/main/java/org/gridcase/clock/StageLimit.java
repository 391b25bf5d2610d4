package org.gridcase.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one stage may take.
 *
 * @param amount whole minutes, up to a year; none for handling, of which the filing standard says it
 * @param counted day and night, or working time; whether noise is banned at night depends on the class
 * @param yellowShare of the limit, after which it is near: more than 0, less than 1
 */
public record StageLimit(Kind clock, @Nullable Duration amount, Counted counted, double yellowShare) {
    static final Duration LONGEST = Duration.ofDays(365);

    /** @throws ClockRefused if it is none */
    public StageLimit {
        boolean whole = amount == null
                || amount.toMinutes() >= 1
                        && amount.compareTo(LONGEST) <= 0
                        && amount.equals(Duration.ofMinutes(amount.toMinutes()));
        if (!whole || (amount == null) != (clock == Kind.HANDLING)) {
            throw ClockRefused.limit((int) LONGEST.toMinutes());
        }
        if (counted == Counted.NOT_AT_NIGHT) {
            throw ClockRefused.counted();
        }
        if (!(yellowShare > 0 && yellowShare < 1)) {
            throw ClockRefused.share();
        }
    }
}
