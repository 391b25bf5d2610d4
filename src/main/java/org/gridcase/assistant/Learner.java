package org.gridcase.assistant;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Teaches the text model the examples, or remembers what it taught before. */
record Learner(Phrases phrases, LearntFile file) {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);

    TextReader learn() throws IOException, OrtException {
        long start = System.nanoTime();
        var fingerprint = Fingerprint.of(phrases);
        var remembered = remembered(fingerprint);
        var model = TextModel.load();
        TextClasses classes;
        try {
            classes = remembered.isPresent() ? remembered.get() : learn(model, fingerprint);
        } catch (CancellationException ended) {
            model.close();
            throw ended;
        }
        LOG.info(
                "{} {} classes from {} examples in {} ms",
                remembered.isPresent() ? "Remembered" : "Learnt",
                classes.serviceCodes().size(),
                phrases.all().size(),
                (System.nanoTime() - start) / 1_000_000);
        return new TextReader(model, classes, fingerprint.modelName());
    }

    private Optional<TextClasses> remembered(Fingerprint fingerprint) {
        try {
            return file.read(fingerprint);
        } catch (IOException e) {
            LOG.warn("Learning again, for {} cannot be read", file.path(), e);
            return Optional.empty();
        }
    }

    private TextClasses learn(TextModel model, Fingerprint fingerprint) {
        var classes = TextClasses.learn(phrases.serviceCodes(), examples(model));
        try {
            file.write(fingerprint, classes);
        } catch (IOException e) {
            LOG.warn("The next start will learn again, for {} cannot be written", file.path(), e);
        }
        return classes;
    }

    private List<Example> examples(TextModel model) {
        var serviceCodes = phrases.serviceCodes();
        var examples = new ArrayList<Example>();
        for (var phrase : phrases.all()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the program ends");
            }
            examples.add(new Example(serviceCodes.indexOf(phrase.serviceCode()), model.embed(phrase.text())));
        }
        return examples;
    }
}
