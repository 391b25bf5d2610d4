package org.gridcase.past;

import java.util.SplittableRandom;

/** Chance that falls the same for the same seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** For one thing among many, whatever was thrown for others. */
    static Dice of(long seed, String thing) {
        return new Dice(mixed(seed, thing));
    }

    /** Between 0 and 1, always the same for the same thing. */
    static double share(long seed, String thing) {
        return (mixed(seed, thing) >>> 11) * 0x1.0p-53;
    }

    /** About 0, mostly between -2 and 2, always the same for the same thing. */
    static double bell(long seed, String thing) {
        return of(seed, thing).bell();
    }

    private static long mixed(long seed, String thing) {
        long mix = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < thing.length(); i++) {
            mix = (mix ^ thing.charAt(i)) * 0xBF58476D1CE4E5B9L;
            mix ^= mix >>> 29;
        }
        mix *= 0x94D049BB133111EBL;
        return mix ^ mix >>> 32;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    double bell() {
        return random.nextGaussian();
    }

    /** Around this middle, more often below than above it, as waiting times are. */
    double around(double middle, double spread) {
        return middle * Math.exp(spread * random.nextGaussian());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    <T> T of(T[] things) {
        return things[random.nextInt(things.length)];
    }

    /** @param sums running sums of weights */
    int weighted(double[] sums) {
        return weighted(sums, sums.length);
    }

    int weighted(double[] sums, int length) {
        int at = java.util.Arrays.binarySearch(sums, 0, length, random.nextDouble() * sums[length - 1]);
        return Math.min(length - 1, at < 0 ? -at - 1 : at + 1);
    }
}
