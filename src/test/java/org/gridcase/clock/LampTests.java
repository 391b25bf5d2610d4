package org.gridcase.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LampTests {
    private static final Instant FILED = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant NEAR = FILED.plus(Duration.ofHours(8));
    private static final Instant DUE = FILED.plus(Duration.ofHours(10));

    @Test
    void isOutWhileNoLimitRuns() {
        assertThat(Lamp.of(summary(Stage.HANDLING, null, false), FILED)).isEqualTo(Lamp.NONE);
        assertThat(Lamp.of(summary(Stage.ANNULLED, null, false), FILED)).isEqualTo(Lamp.NONE);
    }

    @Test
    void turnsYellowWhenTheLimitIsNearAndRedWhenItHasPassed() {
        var open = summary(Stage.HANDLING, DUE, false);

        assertThat(Lamp.of(open, NEAR.minusMillis(1))).isEqualTo(Lamp.GREEN);
        assertThat(Lamp.of(open, NEAR)).isEqualTo(Lamp.YELLOW);
        assertThat(Lamp.of(open, DUE)).isEqualTo(Lamp.YELLOW);
        assertThat(Lamp.of(open, DUE.plusMillis(1))).isEqualTo(Lamp.RED);
    }

    @Test
    void ofAClosedCaseTellsHowItDid() {
        Instant muchLater = DUE.plus(Duration.ofDays(30));

        assertThat(Lamp.of(summary(Stage.CLOSED, DUE, false), muchLater)).isEqualTo(Lamp.GREEN);
        assertThat(Lamp.of(summary(Stage.CLOSED, DUE, true), FILED)).isEqualTo(Lamp.RED);
    }

    private static CaseSummary summary(Stage stage, @Nullable Instant due, boolean late) {
        return new CaseSummary(
                CaseId.next(),
                "GC20261123-000001",
                stage,
                "坑",
                null,
                "410102",
                "410102001",
                "410102001001001",
                null,
                null,
                null,
                FILED,
                FILED,
                due,
                due == null ? null : NEAR,
                late,
                FILED,
                null);
    }
}
