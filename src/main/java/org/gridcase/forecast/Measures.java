package org.gridcase.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well a forecast does on cases it has not seen, each at some moment at which it was open, beside the rule that a
 * case is in danger once 80 % of its limit is used.
 *
 * @param learnt how many cases it was learnt from for this
 * @param tried how many moments it was tried on
 * @param late the share of them that ended late
 * @param brier the mean square of what it was off by: less is better
 * @param ruleBrier of the rule, which says how many such cases are late
 * @param flagged how many the rule takes to be in danger
 * @param hits the share that ends late of as many as that, those the forecast holds to be likeliest
 * @param ruleHits of those the rule takes to be in danger
 * @param early of all that end late, the share that was among the likeliest tenth as soon as it was dispatched
 */
public record Measures(
        int learnt,
        int tried,
        double late,
        double brier,
        double ruleBrier,
        int flagged,
        double hits,
        double ruleHits,
        double early,
        List<Bin> bins) {
    static final double RULE = 0.8;
    private static final int BINS = 10;

    /**
     * Cases of which the forecast said about the same.
     *
     * @param said on average
     * @param was the share that ended late
     */
    public record Bin(int cases, double said, double was) {}

    private record Look(double used, double said, boolean late) {}

    /** How many times as many of its warnings come true. */
    public double lift() {
        return ruleHits == 0 ? 0 : hits / ruleHits;
    }

    static Measures of(Weights weights, List<History> learnt, List<History> unseen) {
        List<Look> looks = unseen.stream()
                .filter(it -> it.open(it.moment()))
                .map(it ->
                        new Look(it.moment(), weights.probability(it.situation().at(it.moment())), it.late()))
                .toList();
        double danger = late(learnt, true);
        double calm = late(learnt, false);
        int flagged = (int) looks.stream().filter(it -> it.used() >= RULE).count();
        List<Look> likeliest = looks.stream()
                .sorted(Comparator.comparingDouble(Look::said).reversed())
                .limit(flagged)
                .toList();
        return new Measures(
                learnt.size(),
                looks.size(),
                mean(looks.stream().mapToDouble(it -> it.late() ? 1 : 0).toArray()),
                mean(looks.stream()
                        .mapToDouble(it -> square(it.said(), it.late()))
                        .toArray()),
                mean(looks.stream()
                        .mapToDouble(it -> square(it.used() >= RULE ? danger : calm, it.late()))
                        .toArray()),
                flagged,
                mean(likeliest.stream().mapToDouble(it -> it.late() ? 1 : 0).toArray()),
                mean(looks.stream()
                        .filter(it -> it.used() >= RULE)
                        .mapToDouble(it -> it.late() ? 1 : 0)
                        .toArray()),
                early(weights, unseen),
                bins(looks));
    }

    private static double early(Weights weights, List<History> unseen) {
        List<History> likeliest = unseen.stream()
                .sorted(Comparator.comparingDouble((History it) -> -weights.probability(it.situation())))
                .limit(Math.max(1, unseen.size() / 10))
                .toList();
        long all = unseen.stream().filter(History::late).count();
        long found = likeliest.stream().filter(History::late).count();
        return all == 0 ? 0 : (double) found / all;
    }

    private static double late(List<History> learnt, boolean danger) {
        return mean(learnt.stream()
                .filter(it -> it.open(it.moment()) && it.moment() >= RULE == danger)
                .mapToDouble(it -> it.late() ? 1 : 0)
                .toArray());
    }

    private static double square(double said, boolean late) {
        double off = said - (late ? 1 : 0);
        return off * off;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static List<Bin> bins(List<Look> looks) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double from = (double) i / BINS;
            double to = (double) (i + 1) / BINS;
            List<Look> in = looks.stream()
                    .filter(it -> it.said() >= from && (it.said() < to || to == 1))
                    .toList();
            if (!in.isEmpty()) {
                bins.add(new Bin(
                        in.size(),
                        mean(in.stream().mapToDouble(Look::said).toArray()),
                        mean(in.stream().mapToDouble(it -> it.late() ? 1 : 0).toArray())));
            }
        }
        return bins;
    }
}
