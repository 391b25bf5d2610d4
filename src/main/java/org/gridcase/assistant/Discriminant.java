package org.gridcase.assistant;

import java.util.List;

/**
 * Tells classes apart by straight cuts, taking each for a cloud of the same shape around its mean (Fisher's linear
 * discriminant). A dozen examples a class say little about that shape, so it is mixed with a ball.
 */
final class Discriminant {
    /** Chosen by cross-validation of the examples: best first proposals, between 0.5 and 0.9 little changes. */
    private static final double BALL = 0.7;

    private Discriminant() {}

    /** @param types how many classes; each has an example */
    static Scores learn(int types, List<Example> examples) {
        double[][] means = means(types, examples);
        var shape = new Cholesky(mixedWithBall(spread(means, examples)));
        double[][] weights = new double[types][];
        double[] offsets = new double[types];
        for (int type = 0; type < types; type++) {
            weights[type] = shape.solve(means[type]);
            offsets[type] = -dot(weights[type], means[type]) / 2;
        }
        return new Scores(weights, offsets);
    }

    private static double[][] means(int types, List<Example> examples) {
        double[][] means = new double[types][examples.get(0).vector().length];
        int[] counts = new int[types];
        for (var example : examples) {
            counts[example.type()]++;
            for (int i = 0; i < example.vector().length; i++) {
                means[example.type()][i] += example.vector()[i];
            }
        }
        for (int type = 0; type < types; type++) {
            for (int i = 0; i < means[type].length; i++) {
                means[type][i] /= counts[type];
            }
        }
        return means;
    }

    /** How far the examples lie from the means of their classes, and in which directions: the lower half. */
    private static double[][] spread(double[][] means, List<Example> examples) {
        int size = means[0].length;
        double[][] spread = new double[size][size];
        for (var example : examples) {
            double[] off = difference(example.vector(), means[example.type()]);
            for (int row = 0; row < size; row++) {
                double share = off[row] / examples.size();
                for (int column = 0; column <= row; column++) {
                    spread[row][column] += share * off[column];
                }
            }
        }
        return spread;
    }

    private static double[][] mixedWithBall(double[][] spread) {
        double radius = 0;
        for (int i = 0; i < spread.length; i++) {
            radius += spread[i][i] / spread.length;
        }
        for (int row = 0; row < spread.length; row++) {
            for (int column = 0; column <= row; column++) {
                spread[row][column] *= 1 - BALL;
            }
            spread[row][row] += BALL * Math.max(radius, 1e-6);
        }
        return spread;
    }

    private static double[] difference(float[] vector, double[] mean) {
        double[] difference = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            difference[i] = vector[i] - mean[i];
        }
        return difference;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
