package org.gridcase.backtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft tried, or being tried, on a past.
 *
 * @param filesSha256 of the draft's files as they were then
 * @param done of {@code steps} parts of the past
 * @param figures all zero until it is done
 */
public record Backtest(
        UUID id,
        UUID draft,
        String filesSha256,
        Stretch over,
        Instant since,
        Instant until,
        State state,
        String askedBy,
        Instant begunAt,
        @Nullable Instant endedAt,
        int done,
        int steps,
        Figures figures) {

    /** What became of it. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** The draft's tables could not be evaluated, or the past was too large. */
        FAILED,
        /** The node that ran it is gone; nothing of it was kept. */
        LOST
    }

    /**
     * @param records decision records that were read
     * @param distinct different inputs among them
     * @param answered questions that the draft's tables answered, those of followed chains among them
     * @param changed cases for which anything is another
     * @param overruled cases whose unit the draft proposes otherwise, though a person chose it then as well as now
     * @param handledThen cases that units handled, by the tables of then
     * @param ended cases whose handling ended, from whose ledgers was learnt
     * @param onTime how many of these were not late, or excused
     * @param expectedThen how many of {@code handledThen} are expected on time by what was learnt
     */
    public record Figures(
            long records,
            long cases,
            long distinct,
            long answered,
            long changed,
            long overruled,
            long handledThen,
            long handledNow,
            long ended,
            long onTime,
            double expectedThen,
            double expectedNow,
            long millis) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
