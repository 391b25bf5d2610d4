package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscriminantTests {

    /** Two flat clouds, one above the other: the point is nearer to the lower mean, but nearly as high as the upper. */
    @Test
    void aDirectionInWhichAllClassesSpreadSaysLittle() {
        var examples =
                List.of(at(0, -9, 0), at(0, 0, 0.1f), at(0, 3, -0.1f), at(1, -3, 3.1f), at(1, 0, 2.9f), at(1, 9, 3));

        double[] scores = Discriminant.learn(2, examples).of(new float[] {-1, 2.6f});

        assertThat(scores[1]).isGreaterThan(scores[0]);
    }

    private static Example at(int type, float x, float y) {
        return new Example(type, new float[] {x, y});
    }
}
