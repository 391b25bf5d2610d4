package org.gridcase.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTests {

    @Test
    void isWrittenAsSoManyInSoMuchTime() {
        assertThat(Rate.of("3000/10m")).isEqualTo(new Rate(3000, Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3000", "0/1m", "-1/1m", "5/0s", "5/2d", "1/2/3", "x/1m", "5/x", "99999999/1m"})
    void anythingElseStopsTheStart(String text) {
        assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A storm: ten thousand reports an hour, with six photos each, through one operator's gateway. */
    @Test
    void aStormBehindOneGatewayIsFarFromItsLimits() {
        assertThat(anHour(Limit.REPORTS)).isGreaterThan(10_000 * 3 / 2);
        assertThat(anHour(Limit.PHOTOS)).isGreaterThan(60_000 * 3 / 2);
        assertThat(anHour(Limit.PLACES)).isGreaterThan(30_000 * 3 / 2);
    }

    private static long anHour(Limit limit) {
        return Duration.ofHours(1).dividedBy(limit.usual().each());
    }
}
