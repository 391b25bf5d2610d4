package org.gridcase.benchmark;

import java.util.Arrays;
import java.util.function.Supplier;
import org.gridcase.testing.Http;

/**
 * How long somebody waited for the same answer again and again, the first few times not counted.
 *
 * @param sorted nanoseconds
 */
record Waits(long[] sorted, String answer) {
    private static final int WARM_UP = 5;

    static Waits of(Supplier<Http.Answer> question, int asks) {
        Http.Answer answer = question.get();
        for (int i = 1; i < WARM_UP; i++) {
            answer = question.get();
        }
        long[] times = new long[asks];
        for (int i = 0; i < asks; i++) {
            long start = System.nanoTime();
            answer = question.get();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return new Waits(times, answer.status() + " " + answer.body().length() + "c");
    }

    /** Milliseconds. */
    double at(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
