package org.gridcase.desk.web;

import java.util.List;
import org.gridcase.clock.Lamp;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case, in the reader's words.
 *
 * @param state whether it runs, stands or is over
 * @param percent of the limit that is used, at most 100
 * @param used how much of how much
 * @param left what is left, or by how much it is overdrawn; none of one that is over
 * @param excused late, but an appeal was granted
 */
record ClockView(
        String name,
        @Nullable String unit,
        String state,
        Lamp lamp,
        int percent,
        String used,
        @Nullable String left,
        @Nullable String due,
        boolean excused,
        List<Line> lines) {

    /** Who did what to it, and why. */
    record Line(
            String what,
            String at,
            String who,
            @Nullable String amount,
            @Nullable String why) {}
}
