package org.gridcase.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples of RFC 6238, appendix B, by their last six digits. */
class CodesTests {
    private static final String SECRET = "12345678901234567890";
    private static final String TYPED = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ";

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void they_are_those_of_the_standard(long time, String code) {
        assertThat(Codes.of(SECRET).at(time / 30)).isEqualTo(code);
        assertThat(Codes.typed(TYPED).at(time / 30)).isEqualTo(code);
    }
}
