package org.gridcase.desk;

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
    private static final Instant DUE = FILED.plus(Duration.ofHours(10));

    @Test
    void isOutUntilALimitRuns() {
        assertThat(Lamp.of(due(null, null), FILED)).isEqualTo(Lamp.NONE);
    }

    @Test
    void turnsYellowWhenFourFifthsAreGoneAndRedWhenAllIs() {
        assertThat(Lamp.of(due(DUE, null), FILED.plus(Duration.ofMinutes(479)))).isEqualTo(Lamp.GREEN);
        assertThat(Lamp.of(due(DUE, null), FILED.plus(Duration.ofHours(8)))).isEqualTo(Lamp.YELLOW);
        assertThat(Lamp.of(due(DUE, null), DUE.plusMillis(1))).isEqualTo(Lamp.RED);
    }

    @Test
    void staysAsItWasWhenTheCaseClosed() {
        Instant muchLater = DUE.plus(Duration.ofDays(30));

        assertThat(Lamp.of(due(DUE, DUE.minusSeconds(1)), muchLater)).isEqualTo(Lamp.GREEN);
        assertThat(Lamp.of(due(DUE, DUE.plusSeconds(1)), muchLater)).isEqualTo(Lamp.RED);
    }

    private static CaseSummary due(@Nullable Instant due, @Nullable Instant closed) {
        Instant filed = due == null ? null : FILED;
        return new CaseSummary(
                CaseId.next(),
                "GC20261123-000001",
                Stage.HANDLING,
                "坑",
                null,
                "410102",
                "410102001",
                "410102001001001",
                null,
                null,
                null,
                FILED,
                filed,
                due,
                FILED,
                closed);
    }
}
