package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * Where one clock of a case stands.
 *
 * @param consumed counted until now
 * @param yellowAt of a clock that stands: as it was when it last ran; so {@code dueAt}
 * @param extensions how often it was prolonged
 * @param late it has used more than its limit, whatever was excused since
 * @param exempt an appeal was granted
 */
public record ClockState(
        CaseId id,
        Kind clock,
        String district,
        State state,
        Duration budget,
        Duration consumed,
        @Nullable Instant yellowAt,
        @Nullable Instant dueAt,
        @Nullable String unit,
        int extensions,
        boolean suspended,
        boolean late,
        boolean exempt,
        Instant startedAt,
        @Nullable Instant stoppedAt) {

    /** Whether it runs. */
    public enum State {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** What is left of its limit; less than nothing once it is overdrawn. */
    public Duration left() {
        return budget.minus(consumed);
    }
}
