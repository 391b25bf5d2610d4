package org.gridcase.desk.web;

import java.util.List;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was asked about a case's time, and what the reader may ask or do about it now.
 *
 * @param lines the latest first
 */
record RequestsView(List<Line> lines, List<Offer> offers, boolean mayWithdraw, boolean mayResume) {

    /**
     * A request in the reader's words.
     *
     * @param what with how much
     * @param asked who and when
     * @param decided who and when; none while it is open
     * @param standing until when the clock stands; none if it does not
     */
    record Line(
            String what,
            TimeRequest.State state,
            String stateName,
            String asked,
            String reason,
            @Nullable String decided,
            @Nullable String decidedReason,
            @Nullable String standing) {}

    /**
     * Something to ask for.
     *
     * @param most the highest amount, and its words; none where nothing is counted
     */
    record Offer(
            TimeMove move, @Nullable Integer most, @Nullable String mostWords) {}

    /** Whether there is anything to ask or do. */
    public boolean asks() {
        return !offers.isEmpty() || mayWithdraw || mayResume;
    }
}
