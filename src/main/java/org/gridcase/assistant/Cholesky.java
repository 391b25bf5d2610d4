package org.gridcase.assistant;

/** Solves equations of a symmetric positive definite matrix. */
final class Cholesky {
    private final double[][] lower;

    /** @param matrix its lower half is read, and overwritten */
    Cholesky(double[][] matrix) {
        lower = matrix;
        for (int row = 0; row < lower.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = lower[row][column] - dot(lower[row], lower[column], column);
                lower[row][column] = row == column ? Math.sqrt(rest) : rest / lower[column][column];
            }
        }
    }

    double[] solve(double[] right) {
        double[] solution = right.clone();
        for (int row = 0; row < lower.length; row++) {
            solution[row] = (solution[row] - dot(lower[row], solution, row)) / lower[row][row];
        }
        for (int row = lower.length - 1; row >= 0; row--) {
            solution[row] /= lower[row][row];
            for (int above = 0; above < row; above++) {
                solution[above] -= lower[row][above] * solution[row];
            }
        }
        return solution;
    }

    private static double dot(double[] left, double[] right, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
