package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gridcase.assistant.CrossValidation.Answer;
import org.junit.jupiter.api.Test;

class SharpnessTests {

    @Test
    void answersRightFourTimesInFiveGetAConfidenceOfFourFifths() {
        var scores = new double[] {1, 0};
        List<Answer> answers = Stream.of(
                        Collections.nCopies(80, new Answer(0, scores)), Collections.nCopies(20, new Answer(1, scores)))
                .flatMap(List::stream)
                .toList();

        assertThat(Softmax.of(scores, Sharpness.fitting(answers))[0]).isCloseTo(0.8, within(0.02));
    }
}
