package org.gridcase.whatif;

import org.jspecify.annotations.Nullable;

/**
 * What really happened at one step of one case.
 *
 * @param actor a number that stands for whoever did it
 * @param from when it came to the step, in milliseconds of the epoch
 * @param to when it left
 * @param again whether the case had been at the step before
 * @param limit of handling, as amount and kind; empty elsewhere
 * @param unit whose it was; none elsewhere
 * @param stood whether its clock was stopped meanwhile
 */
record Visit(
        int arrival,
        String step,
        int actor,
        long from,
        long to,
        String outcome,
        boolean again,
        String limit,
        @Nullable String unit,
        boolean stood) {

    long stay() {
        return to - from;
    }
}
