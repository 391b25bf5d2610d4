package org.gridcase.assistant;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gridcase.assistant.CrossValidation.Answer;

/** Makes a confidence of 0.8 mean right four times in five: temperature scaling. */
final class Sharpness {
    private static final double LEAST = 0.005;
    private static final double MOST = 5;
    private static final double STEP = 1.1;

    private Sharpness() {}

    /** The sharpness under which the right classes were the least surprising. */
    static double fitting(List<Answer> answers) {
        return DoubleStream.iterate(LEAST, sharpness -> sharpness < MOST, sharpness -> sharpness * STEP)
                .mapToObj(sharpness -> new Trial(sharpness, surprise(answers, sharpness)))
                .min(Comparator.comparingDouble(Trial::surprise))
                .orElseThrow()
                .sharpness();
    }

    private record Trial(double sharpness, double surprise) {}

    private static double surprise(List<Answer> answers, double sharpness) {
        double surprise = 0;
        for (var answer : answers) {
            double share = Softmax.of(answer.scores(), sharpness)[answer.type()];
            surprise -= StrictMath.log(Math.max(share, Double.MIN_NORMAL));
        }
        return surprise;
    }
}
