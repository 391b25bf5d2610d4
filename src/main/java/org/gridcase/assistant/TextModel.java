package org.gridcase.assistant;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The neural model that places a text among all texts, by what it means; safe for several threads. */
final class TextModel implements AutoCloseable {
    static final String NAME = "bge-small-zh-v1.5-q";

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private TextModel(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    static TextModel load() {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var session = environment.createSession(bytes(".onnx"), options);
            return new TextModel(new WordPieces(bytes("-tokenizer.json")), environment, session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String suffix) throws IOException {
        return new ClassPathResource(NAME + suffix).getContentAsByteArray();
    }

    /** The text's direction: a vector of length one. One text at a time, since a batch shares its rounding. */
    float[] embed(String text) {
        long[] ids = pieces.idsOf(text);
        try (var tokens = tensor(ids);
                var mask = tensor(filled(ids.length, 1));
                var types = tensor(filled(ids.length, 0));
                var result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return unit(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static long[] filled(int length, long value) {
        long[] values = new long[length];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
