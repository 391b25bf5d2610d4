package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntFileTests {
    private static final Fingerprint OURS = new Fingerprint("ours");
    private static final TextClasses LEARNT = new TextClasses(
            List.of("M06010", "M06042"), new Scores(new double[][] {{1, 0.5}, {-1, 0.25}}, new double[] {0.1, 0.2}), 2);

    @TempDir
    Path folder;

    private LearntFile file = new LearntFile(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        file = new LearntFile(folder.resolve("assistant/text-classes.bin"));
        file.write(OURS, LEARNT);
    }

    @Test
    void whatWasLearntProposesTheSameAfterAStart() throws IOException {
        var place = new float[] {0.3f, -0.7f};

        assertThat(file.read(OURS))
                .hasValueSatisfying(read -> assertThat(read.likeliest(2, place)).isEqualTo(LEARNT.likeliest(2, place)));
    }

    @Test
    void whatWasLearntFromOtherExamplesIsNotRead() throws IOException {
        assertThat(file.read(new Fingerprint("others"))).isEmpty();
    }

    @Test
    void aTornFileIsNotBelieved() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        Files.write(file.path(), Arrays.copyOf(whole, whole.length - 3));

        assertThatIOException().isThrownBy(() -> file.read(OURS));
    }

    @Test
    void nothingUnfinishedStaysBehind() throws IOException {
        try (var files = Files.list(folder.resolve("assistant"))) {
            assertThat(files).containsExactly(file.path());
        }
    }
}
