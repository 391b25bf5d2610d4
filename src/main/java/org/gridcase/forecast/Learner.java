package org.gridcase.forecast;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Learns weights by logistic regression; the same histories teach the same. */
final class Learner {
    private static final Label LATE = new Label("late");
    private static final Label IN_TIME = new Label("in-time");
    private static final int SELDOM = 25;
    private static final int EPOCHS = 8;
    private static final int BATCH = 16;
    private static final long SEED = 1;

    private Learner() {}

    private record Example(Map<String, Double> features, boolean late) {}

    /** Each case twice: as its time began, and at some moment at which it was still open. */
    private static Stream<Example> examples(History it) {
        return Stream.of(0.0, it.moment())
                .filter(it::open)
                .map(used -> new Example(it.situation().at(used).features(), it.late()));
    }

    static Weights learn(List<History> histories) {
        List<Example> examples = histories.stream().flatMap(Learner::examples).toList();
        Map<String, Integer> seen = new HashMap<>();
        examples.forEach(example -> example.features().keySet().forEach(name -> seen.merge(name, 1, Integer::sum)));
        LinearSGDModel model = model(examples, seen);
        Map<String, Double> weights = weights(model, seen);
        var plain = new Weights(offset(model), weights, Map.of());
        return new Weights(plain.offset(), weights, usual(plain, histories));
    }

    private static LinearSGDModel model(List<Example> examples, Map<String, Integer> seen) {
        var factory = new LabelFactory();
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("ended cases", factory), factory);
        for (Example example : examples) {
            var it = new ArrayExample<>(example.late() ? LATE : IN_TIME);
            example.features().forEach((name, value) -> {
                if (seen.getOrDefault(name, 0) >= SELDOM) {
                    it.add(name, value);
                }
            });
            data.add(it);
        }
        var trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(0.1, 0.1), EPOCHS, Integer.MAX_VALUE, BATCH, SEED);
        return trainer.train(data);
    }

    private static Map<String, Double> weights(LinearSGDModel model, Map<String, Integer> seen) {
        Map<String, Double> weights = new HashMap<>();
        seen.keySet().forEach(name -> {
            int id = model.getFeatureIDMap().getID(name);
            if (id >= 0) {
                weights.put(name, difference(model, id));
            }
        });
        return Collections.unmodifiableMap(weights);
    }

    private static double offset(LinearSGDModel model) {
        return difference(model, model.getFeatureIDMap().size());
    }

    /** Of two classes only what sets them apart counts. */
    private static double difference(LinearSGDModel model, int column) {
        var all = model.getWeightsCopy();
        return all.get(model.getOutputIDInfo().getID(LATE), column)
                - all.get(model.getOutputIDInfo().getID(IN_TIME), column);
    }

    private static Map<Trait, Double> usual(Weights weights, List<History> histories) {
        Map<Trait, Double> sums = new EnumMap<>(Trait.class);
        histories.forEach(it -> weights.said(it.situation().at(it.open(it.moment()) ? it.moment() : 0))
                .forEach((trait, said) -> sums.merge(trait, said / histories.size(), Double::sum)));
        return sums;
    }
}
