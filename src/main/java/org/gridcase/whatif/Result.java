package org.gridcase.whatif;

import java.time.Instant;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param from the time looked at
 * @param learntFrom the time learnt from
 * @param apart whether nothing of the time looked at was learnt from, so that the comparison with it is a test
 * @param real what really happened
 * @param before what the model in force makes of the same arrivals: beside {@code real}, it shows how far to trust it
 * @param after what the draft makes of them
 * @param steps in the order of the draft's model, then those that it no longer has
 */
public record Result(
        Instant from,
        Instant until,
        Instant learntFrom,
        Instant learntUntil,
        boolean apart,
        int learntVisits,
        Side real,
        Side before,
        Side after,
        List<Step> steps,
        List<Note> notes) {

    /**
     * A step of either model.
     *
     * @param sideBySide whether people have several in hand at once, so that nobody waits there
     * @param learnt how many visits its times come from; 0 if they are assumed
     * @param minutes that were assumed, if they were
     */
    public record Step(
            String id,
            String name,
            String role,
            boolean was,
            boolean is,
            boolean sideBySide,
            int learnt,
            int minutes) {}

    /** Something that was assumed: the key of a message, and what goes into it. */
    public record Note(String key, List<String> arguments) {}
}
