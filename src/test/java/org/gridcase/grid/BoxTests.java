package org.gridcase.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTests {

    @Test
    void aBoxIsReadFromItsFourEdges() {
        assertThat(Box.of("113.5,34.5,113.7,34.9")).isEqualTo(new Box(113.5, 34.5, 113.7, 34.9));
        assertThat(Box.of("1,2,3,4").centre()).isEqualTo(new GeoPoint(2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1,2,3,4,5", "a,b,c,d", "3,2,1,4", "1,4,3,2", "1,2,NaN,4", "1,2,Infinity,4"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidBox.class).isThrownBy(() -> Box.of(text));
    }
}
