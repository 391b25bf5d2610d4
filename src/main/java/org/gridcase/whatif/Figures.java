package org.gridcase.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted of a past, whether it happened or was simulated: by the same rules, up to the same moment. */
final class Figures {
    private final long from;
    private final long until;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Integer> units = new TreeMap<>();
    private final Sample toClose = new Sample();
    private int arrivals;
    private int late;
    private int timed;
    private int lost;

    Figures(long from, long until) {
        this.from = from;
        this.until = until;
    }

    private static final class Step {
        final Sample waits = new Sample();
        final Sample stays = new Sample();
        double work;
        double inside;
    }

    void arrived() {
        arrivals++;
    }

    /** Of a case that counts; only what ended before the time was over. */
    void visited(String step, long came, long left, long wait) {
        Step it = steps.computeIfAbsent(step, any -> new Step());
        it.inside += Math.max(0, Math.min(left, until) - came);
        if (left <= until) {
            it.waits.add(wait);
            it.stays.add(left - came);
            it.work += left - came - wait;
        }
    }

    /** @param limited whether it had a limit that it could keep */
    void closed(long came, long left, boolean limited, boolean wasLate) {
        if (left <= until) {
            toClose.add(left - came);
            timed += limited ? 1 : 0;
            late += limited && wasLate ? 1 : 0;
        }
    }

    void given(String unit, long at) {
        if (at <= until) {
            units.merge(unit, 1, Integer::sum);
        }
    }

    /** A case that went round and round. */
    void lost() {
        lost++;
    }

    Side side() {
        double hours = (until - from) / (double) Hours.HOUR;
        List<Side.Step> all = new ArrayList<>();
        steps.forEach((step, it) -> all.add(new Side.Step(
                step,
                it.stays.size(),
                minutes(it.waits.mean()),
                minutes(it.waits.at(0.5)),
                minutes(it.waits.at(0.9)),
                it.stays.size() == 0 ? 0 : minutes(it.work / it.stays.size()),
                minutes(it.stays.at(0.5)),
                minutes(it.stays.at(0.9)),
                it.inside / (until - from))));
        return new Side(
                arrivals,
                toClose.size(),
                toClose.size() / (hours / 24),
                minutes(toClose.at(0.5)) / 60,
                minutes(toClose.at(0.9)) / 60,
                timed == 0 ? 0 : (double) late / timed,
                timed,
                lost,
                List.copyOf(all),
                Map.copyOf(units));
    }

    private static double minutes(double millis) {
        return Math.round(millis / 600) / 100.0;
    }
}
