package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTests {

    @Test
    void solvesAKnownEquationFromTheLowerHalf() {
        double[][] matrix = {{4, 0, 0}, {12, 37, 0}, {-16, -43, 98}};

        double[] solution = new Cholesky(matrix).solve(new double[] {4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294});

        assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    }
}
