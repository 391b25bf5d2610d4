package org.gridcase.assistant;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was learnt, kept between two starts; worthless under another fingerprint. */
record LearntFile(Path path) {
    private static final int MOST_TYPES = 10_000;
    private static final int MOST_DIMENSIONS = 10_000;

    Optional<TextClasses> read(Fingerprint fingerprint) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            return in.readUTF().equals(fingerprint.value()) ? Optional.of(read(in)) : Optional.empty();
        }
    }

    private static TextClasses read(DataInputStream in) throws IOException {
        double sharpness = in.readDouble();
        int types = limited(in.readInt(), MOST_TYPES);
        int dimensions = limited(in.readInt(), MOST_DIMENSIONS);
        List<String> serviceCodes = new ArrayList<>();
        double[] offsets = new double[types];
        double[][] weights = new double[types][dimensions];
        for (int type = 0; type < types; type++) {
            serviceCodes.add(in.readUTF());
            offsets[type] = in.readDouble();
            for (int i = 0; i < dimensions; i++) {
                weights[type][i] = in.readDouble();
            }
        }
        return new TextClasses(List.copyOf(serviceCodes), new Scores(weights, offsets), sharpness);
    }

    private static int limited(int size, int most) throws IOException {
        if (size < 1 || size > most) {
            throw new IOException("A size of " + size);
        }
        return size;
    }

    /** Whole or not at all: another node may be reading it. */
    void write(Fingerprint fingerprint, TextClasses classes) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var unfinished = Files.createTempFile(path.toAbsolutePath().getParent(), "learnt", ".part");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            out.writeUTF(fingerprint.value());
            write(out, classes);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, TextClasses classes) throws IOException {
        var scores = classes.scores();
        out.writeDouble(classes.sharpness());
        out.writeInt(scores.offsets().length);
        out.writeInt(scores.weights()[0].length);
        for (int type = 0; type < scores.offsets().length; type++) {
            out.writeUTF(classes.serviceCodes().get(type));
            out.writeDouble(scores.offsets()[type]);
            for (double weight : scores.weights()[type]) {
                out.writeDouble(weight);
            }
        }
    }
}
