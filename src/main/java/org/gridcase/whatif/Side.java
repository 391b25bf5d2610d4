package org.gridcase.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A past in figures.
 *
 * @param arrivals reports
 * @param closed those of them that were closed in the same time
 * @param perDay closed a day
 * @param medianHours from report to closing
 * @param late share of the closed ones that took longer than their limit for handling or on the spot
 * @param timed the closed ones that had such a limit
 * @param lost cases that went round and round in the flow
 * @param units how often each was given a case
 */
public record Side(
        int arrivals,
        int closed,
        double perDay,
        double medianHours,
        double p90Hours,
        double late,
        int timed,
        int lost,
        List<Step> steps,
        Map<String, Integer> units) {

    /**
     * A step; times in minutes.
     *
     * @param visits that ended
     * @param waitMean for somebody to begin
     * @param workMean from then on
     * @param stayMedian both together
     * @param open how many stood there on average
     */
    public record Step(
            String step,
            int visits,
            double waitMean,
            double waitMedian,
            double waitP90,
            double workMean,
            double stayMedian,
            double stayP90,
            double open) {}

    public Optional<Step> step(String id) {
        return steps.stream().filter(it -> it.step().equals(id)).findFirst();
    }
}
