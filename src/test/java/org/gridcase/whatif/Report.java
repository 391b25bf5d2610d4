package org.gridcase.whatif;

import java.util.Locale;

/** A trial in lines, for whoever reads the log of a test. */
final class Report {

    private Report() {}

    static String of(Result it) {
        var lines = new StringBuilder();
        line(
                lines,
                "closed a day",
                it.real().perDay(),
                it.before().perDay(),
                it.after().perDay());
        line(
                lines,
                "hours to close, median",
                it.real().medianHours(),
                it.before().medianHours(),
                it.after().medianHours());
        line(
                lines,
                "hours to close, p90",
                it.real().p90Hours(),
                it.before().p90Hours(),
                it.after().p90Hours());
        line(
                lines,
                "late, %",
                100 * it.real().late(),
                100 * it.before().late(),
                100 * it.after().late());
        for (Result.Step step : it.steps()) {
            var real = it.real().step(step.id());
            var before = it.before().step(step.id());
            var after = it.after().step(step.id());
            lines.append(step.id())
                    .append(step.sideBySide() ? " side by side, " : " in turn, ")
                    .append(step.learnt())
                    .append('\n');
            line(
                    lines,
                    "  visits",
                    real.map(Side.Step::visits).orElse(0),
                    before.map(Side.Step::visits).orElse(0),
                    after.map(Side.Step::visits).orElse(0));
            line(
                    lines,
                    "  wait, mean minutes",
                    real.map(Side.Step::waitMean).orElse(0.0),
                    before.map(Side.Step::waitMean).orElse(0.0),
                    after.map(Side.Step::waitMean).orElse(0.0));
            line(
                    lines,
                    "  stay, median",
                    real.map(Side.Step::stayMedian).orElse(0.0),
                    before.map(Side.Step::stayMedian).orElse(0.0),
                    after.map(Side.Step::stayMedian).orElse(0.0));
            line(
                    lines,
                    "  stay, p90",
                    real.map(Side.Step::stayP90).orElse(0.0),
                    before.map(Side.Step::stayP90).orElse(0.0),
                    after.map(Side.Step::stayP90).orElse(0.0));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String what, double real, double before, double after) {
        lines.append(String.format(
                Locale.ROOT,
                "%-26s really %9.2f  simulated %9.2f (%+.1f %%)  draft %9.2f%n",
                what,
                real,
                before,
                real == 0 ? 0 : 100 * (before - real) / real,
                after));
    }
}
