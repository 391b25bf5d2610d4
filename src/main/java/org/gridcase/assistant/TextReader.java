package org.gridcase.assistant;

import ai.onnxruntime.OrtException;
import java.util.List;

/** The text model together with what it was taught. */
record TextReader(TextModel model, TextClasses classes, String name) implements AutoCloseable {

    List<Candidate> likeliest(int count, String text) {
        return classes.likeliest(count, model.embed(text));
    }

    @Override
    public void close() throws OrtException {
        model.close();
    }
}
