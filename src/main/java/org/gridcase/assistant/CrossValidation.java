package org.gridcase.assistant;

import java.util.ArrayList;
import java.util.List;

/** Scores each example by what was learnt without it. */
final class CrossValidation {
    static final int PARTS = Phrases.FEWEST_OF_A_CLASS;

    /** An example's own class, and the scores of all. */
    record Answer(int type, double[] scores) {}

    private CrossValidation() {}

    static List<Answer> of(int types, List<Example> examples) {
        int[] part = parts(types, examples);
        var answers = new ArrayList<Answer>();
        for (int hidden = 0; hidden < PARTS; hidden++) {
            var seen = new ArrayList<Example>();
            var unseen = new ArrayList<Example>();
            for (int i = 0; i < part.length; i++) {
                (part[i] == hidden ? unseen : seen).add(examples.get(i));
            }
            var learnt = Discriminant.learn(types, seen);
            unseen.forEach(example -> answers.add(new Answer(example.type(), learnt.of(example.vector()))));
        }
        return answers;
    }

    /** Deals the examples of each class out in turn. */
    private static int[] parts(int types, List<Example> examples) {
        int[] dealt = new int[types];
        return examples.stream()
                .mapToInt(example -> dealt[example.type()]++ % PARTS)
                .toArray();
    }
}
