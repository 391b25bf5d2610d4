package org.gridcase.assistant;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What was learnt from the examples: which class a text of a given place belongs to, and how surely. */
record TextClasses(List<String> serviceCodes, Scores scores, double sharpness) {

    static TextClasses learn(List<String> serviceCodes, List<Example> examples) {
        int types = serviceCodes.size();
        double sharpness = Sharpness.fitting(CrossValidation.of(types, examples));
        return new TextClasses(serviceCodes, Discriminant.learn(types, examples), sharpness);
    }

    List<Candidate> likeliest(int count, float[] vector) {
        return likeliest(count, serviceCodes, Softmax.of(scores.of(vector), sharpness));
    }

    static List<Candidate> likeliest(int count, List<String> serviceCodes, double[] confidences) {
        return IntStream.range(0, confidences.length)
                .mapToObj(type -> new Candidate(serviceCodes.get(type), confidences[type]))
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .limit(count)
                .toList();
    }
}
