package org.gridcase.clock;

import org.gridcase.shared.Refusal;

/** A clock that does not take what was asked of it. */
public final class ClockRefused extends Refusal {

    private ClockRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    /** No handling clock that still runs or waits. */
    static ClockRefused notRunning() {
        return new ClockRefused(Kind.CONFLICT, "clock.notRunning");
    }

    static ClockRefused overdue() {
        return new ClockRefused(Kind.CONFLICT, "clock.overdue");
    }

    static ClockRefused suspended() {
        return new ClockRefused(Kind.CONFLICT, "clock.suspended");
    }

    static ClockRefused notLate() {
        return new ClockRefused(Kind.CONFLICT, "clock.notLate");
    }

    static ClockRefused limit(int mostMinutes) {
        return new ClockRefused(Kind.INVALID, "clock.limit", mostMinutes);
    }

    static ClockRefused counted() {
        return new ClockRefused(Kind.INVALID, "clock.counted");
    }

    static ClockRefused share() {
        return new ClockRefused(Kind.INVALID, "clock.share");
    }

    static ClockRefused amount() {
        return new ClockRefused(Kind.INVALID, "clock.amount");
    }
}
