package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every field of a stopped clock, as it is kept. */
public record WrittenClock(
        Kind clock,
        String district,
        Counted counted,
        Lamp lamp,
        Duration budget,
        Duration consumed,
        @Nullable Instant yellowAt,
        @Nullable Instant dueAt,
        double yellowShare,
        @Nullable String unit,
        int extensions,
        boolean late,
        boolean exempt,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        int calendar) {

    static WrittenClock of(CaseClock it) {
        if (it.state != ClockState.State.STOPPED) {
            throw new IllegalStateException("the clock " + it.kind + " of " + it.id + " has not stopped");
        }
        return new WrittenClock(
                it.kind,
                it.district,
                it.counted,
                it.lamp,
                it.budget,
                it.consumed,
                it.yellowAt,
                it.dueAt,
                it.yellowShare,
                it.unit,
                it.extensions,
                it.late,
                it.exempt,
                it.startedAt,
                it.stoppedAt,
                it.calendar);
    }
}
