package org.gridcase.whatif;

import java.util.List;
import java.util.Map;

/**
 * A stretch of the past as it was.
 *
 * @param arrivals in the order in which they came
 * @param visits of cases that arrived before {@code from}, to learn from, and after it, to compare with
 * @param endings by arrival; none for what is still open
 */
record History(List<Arrival> arrivals, List<Visit> visits, Map<Integer, Ending> endings) {

    /** @param limited whether it had a limit that it could keep */
    record Ending(long closed, boolean limited, boolean late) {}
}
