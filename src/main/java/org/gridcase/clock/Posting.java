package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * One line of a clock's ledger.
 *
 * @param amount of counted time: the limit with which it starts, or by how much it is prolonged; else nothing
 */
public record Posting(Kind kind, Instant at, Duration amount) {

    /** What happens to a clock. */
    public enum Kind {
        /** Runs from here with this limit, whatever was before. */
        START,
        PAUSE,
        RESUME,
        EXTEND,
        STOP,
        /** Another calendar counts; by itself it changes nothing. */
        RECOUNT,
        /** Its lateness is excused; by itself it changes nothing. */
        EXEMPT
    }
}
