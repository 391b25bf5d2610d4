package org.gridcase.assistant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two learners would learn the same: the model's bytes, the examples and the method. */
record Fingerprint(String value) {
    /** Goes up with every change to how we learn, so that nobody reads what an older method left. */
    private static final String METHOD = "discriminant-1";

    static Fingerprint of(Phrases phrases) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(METHOD.getBytes(StandardCharsets.UTF_8));
            digest.update(TextModel.bytes(".onnx"));
            digest.update(TextModel.bytes("-tokenizer.json"));
            for (var phrase : phrases.all()) {
                digest.update((phrase.serviceCode() + '\t' + phrase.text() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The model's name, with enough of the rest to tell two states of the examples apart. */
    String modelName() {
        return TextModel.NAME + "/" + value.substring(0, 12);
    }
}
