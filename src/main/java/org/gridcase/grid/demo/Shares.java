package org.gridcase.grid.demo;

import java.util.Arrays;
import java.util.Random;

/** Deals a number out to many, as evenly as it goes; who gets one more is chance. */
final class Shares {

    private Shares() {}

    static int[] of(int total, int parts, Random random) {
        int[] shares = new int[parts];
        Arrays.fill(shares, total / parts);
        int left = total % parts;
        // each part in turn is chosen with the chance that makes exactly `left` of them
        for (int i = 0; i < parts; i++) {
            if (random.nextInt(parts - i) < left) {
                shares[i]++;
                left--;
            }
        }
        return shares;
    }

    /** Sums the values of as many neighbours as each share says. */
    static int[] sums(int[] values, int[] shares) {
        int[] sums = new int[shares.length];
        int from = 0;
        for (int i = 0; i < shares.length; i++) {
            sums[i] = Arrays.stream(values, from, from + shares[i]).sum();
            from += shares[i];
        }
        return sums;
    }
}
