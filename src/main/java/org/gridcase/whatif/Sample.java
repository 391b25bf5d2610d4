package org.gridcase.whatif;

import java.util.Arrays;

/** Times as they were, to draw from and to summarise. */
final class Sample {
    private long[] values = new long[16];
    private int size;
    private boolean sorted = true;

    static Sample of(long... values) {
        var sample = new Sample();
        for (long value : values) {
            sample.add(value);
        }
        return sample;
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        sorted = false;
    }

    int size() {
        return size;
    }

    /** The value below which this share of them lies; 0 if there are none. */
    long at(double share) {
        if (size == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return values[(int) Math.min(size - 1, Math.floor(share * size))];
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return size == 0 ? 0 : sum / size;
    }
}
