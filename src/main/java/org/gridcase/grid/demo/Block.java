package org.gridcase.grid.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A rectangle of lattice cells, {@code east} and {@code north} exclusive. */
record Block(int west, int south, int east, int north) {
    /** Below this a cut stays where the shares put it, or small blocks would shrink to nothing. */
    private static final int WIDE_ENOUGH_TO_VARY = 36;

    private static final double VARIATION = 0.1;

    int width() {
        return east - west;
    }

    int height() {
        return north - south;
    }

    /**
     * Cuts this block into one part per weight, each about as large as its weight says.
     *
     * @param least cells that a part is wide and high at least
     */
    List<Block> split(int[] weights, int least, Random random) {
        if (weights.length == 1) {
            return List.of(this);
        }
        int middle = middle(weights);
        int[] near = Arrays.copyOf(weights, middle);
        int[] far = Arrays.copyOfRange(weights, middle, weights.length);
        double share = (double) sum(near) / sum(weights);
        boolean upright = width() >= height();
        int cut = cut(upright ? width() : height(), share, least, random);
        List<Block> parts = new ArrayList<>();
        parts.addAll(near(upright, cut).split(near, least, random));
        parts.addAll(far(upright, cut).split(far, least, random));
        return parts;
    }

    private static int middle(int[] weights) {
        int half = sum(weights) / 2;
        int index = 1;
        int before = weights[0];
        while (index < weights.length - 1 && before + weights[index] <= half) {
            before += weights[index++];
        }
        return index;
    }

    private static int cut(int length, double share, int least, Random random) {
        if (length < 2 * least) {
            throw new IllegalStateException("the lattice is too coarse");
        }
        double swing = length > WIDE_ENOUGH_TO_VARY ? (random.nextDouble() - 0.5) * VARIATION : 0;
        int cut = (int) Math.round(length * (share + swing));
        return Math.max(least, Math.min(length - least, cut));
    }

    private Block near(boolean upright, int cut) {
        return upright ? new Block(west, south, west + cut, north) : new Block(west, south, east, south + cut);
    }

    private Block far(boolean upright, int cut) {
        return upright ? new Block(west + cut, south, east, north) : new Block(west, south + cut, east, north);
    }

    /** A part that touches none of the four sides. */
    Block inside(Random random) {
        int x = 1 + random.nextInt(Math.max(1, width() / 2 - 1));
        int y = 1 + random.nextInt(Math.max(1, height() / 2 - 1));
        int wide = 1 + random.nextInt(width() - 1 - x);
        int high = 1 + random.nextInt(height() - 1 - y);
        return new Block(west + x, south + y, west + x + wide, south + y + high);
    }

    private static int sum(int[] numbers) {
        return Arrays.stream(numbers).sum();
    }
}
