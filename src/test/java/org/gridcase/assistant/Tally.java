package org.gridcase.assistant;

import java.util.Arrays;
import java.util.List;

/** Counts right proposals, together and by band of confidence. */
final class Tally {
    private static final int BANDS = 5;

    private final int[] seen = new int[BANDS];
    private final int[] right = new int[BANDS];
    private final double[] confidence = new double[BANDS];
    private int amongThree;

    void add(String serviceCode, List<Candidate> candidates) {
        var first = candidates.get(0);
        int band = Math.min(BANDS - 1, (int) (first.confidence() * BANDS));
        seen[band]++;
        confidence[band] += first.confidence();
        if (first.serviceCode().equals(serviceCode)) {
            right[band]++;
        }
        if (candidates.stream().anyMatch(candidate -> candidate.serviceCode().equals(serviceCode))) {
            amongThree++;
        }
    }

    double first() {
        return (double) sum(right) / sum(seen);
    }

    double amongThree() {
        return (double) amongThree / sum(seen);
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    void print(String title) {
        System.out.printf(
                "%n%s: %d, first right %.1f %%, among three %.1f %%%n",
                title, sum(seen), 100 * first(), 100 * amongThree());
        System.out.println("confidence   reports   mean confidence   right");
        for (int band = 0; band < BANDS; band++) {
            System.out.printf(
                    "%.1f to %.1f   %7d   %13.1f %%   %5.1f %%%n",
                    band / (double) BANDS,
                    (band + 1) / (double) BANDS,
                    seen[band],
                    100 * confidence[band] / seen[band],
                    100.0 * right[band] / seen[band]);
        }
    }
}
