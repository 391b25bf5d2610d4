package org.gridcase.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one contender's rounds measured. */
final class Sheet {
    private final List<double[]> rounds = new ArrayList<>();

    /** Per round: cases a second, then per case WAL in KB and milliseconds of processor time. */
    void add(int cases, Reading start, Reading end) {
        rounds.add(new double[] {
            cases / end.secondsSince(start),
            (end.wal() - start.wal()) / 1e3 / cases,
            (end.cpuSeconds() - start.cpuSeconds()) * 1e3 / cases
        });
    }

    double casesPerSecond() {
        return median(0);
    }

    double kilobytes() {
        return median(1);
    }

    double cpuMillis() {
        return median(2);
    }

    String range() {
        var sorted = sorted(0);
        return "%.1f–%.1f".formatted(sorted[0], sorted[sorted.length - 1]);
    }

    private double median(int column) {
        var sorted = sorted(column);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private double[] sorted(int column) {
        var sorted = rounds.stream().mapToDouble(round -> round[column]).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
