package org.gridcase.forecast;

import java.util.List;

/**
 * What may become of a case that is being handled.
 *
 * @param probability that it ends late
 * @param reasons those that say most, the strongest first
 */
public record Forecast(double probability, List<Reason> reasons, Advice advice) {

    /** @param later whether it speaks for lateness, or against it */
    public record Reason(Trait trait, boolean later) {}

    /** What may help. */
    public enum Advice {
        NOTHING,
        /** Ask whoever handles it how it goes. */
        REMIND,
        /** More time can only be asked for while there is some left. */
        ASK_EXTENSION,
        /** A unit that has less to do, or does such things faster. */
        OTHER_UNIT
    }
}
