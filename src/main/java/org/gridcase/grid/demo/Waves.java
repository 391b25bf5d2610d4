package org.gridcase.grid.demo;

import java.util.Random;

/** A smooth, irregular shift: a few long and short waves. StrictMath, so that every machine draws the same city. */
final class Waves {
    /** Height and length in metres; their slopes add up to less than one, so that nothing folds over. */
    private static final double[][] SHAPES = {{260, 9_000}, {200, 7_000}, {60, 2_400}, {45, 1_700}};

    private final double[] directions = new double[SHAPES.length];
    private final double[] phases = new double[SHAPES.length];

    Waves(Random random) {
        for (int i = 0; i < SHAPES.length; i++) {
            directions[i] = 2 * Math.PI * random.nextDouble();
            phases[i] = 2 * Math.PI * random.nextDouble();
        }
    }

    double at(double x, double y) {
        double shift = 0;
        for (int i = 0; i < SHAPES.length; i++) {
            double along = x * StrictMath.cos(directions[i]) + y * StrictMath.sin(directions[i]);
            shift += SHAPES[i][0] * StrictMath.sin(2 * Math.PI * along / SHAPES[i][1] + phases[i]);
        }
        return shift;
    }
}
