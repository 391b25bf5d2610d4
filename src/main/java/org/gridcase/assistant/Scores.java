package org.gridcase.assistant;

/** A straight cut for each class: how much speaks for it, in a unit of its own. */
record Scores(double[][] weights, double[] offsets) {

    double[] of(float[] vector) {
        double[] scores = offsets.clone();
        for (int type = 0; type < scores.length; type++) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += weights[type][i] * vector[i];
            }
            scores[type] += sum;
        }
        return scores;
    }
}
