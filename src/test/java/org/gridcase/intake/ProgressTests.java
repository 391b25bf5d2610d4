package org.gridcase.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void everyMilestoneHasTheTimeAtWhichItWasReached() {
        assertThat(reached(Stage.REPORTED, Stage.FILING, Stage.DISPATCHING, Stage.HANDLING))
                .containsExactly(0L, 2L, 3L, -1L, -1L, -1L);
    }

    @Test
    void whatWasSentBackHasNotBeenReached() {
        assertThat(reached(Stage.REPORTED, Stage.DISPATCHING, Stage.HANDLING, Stage.CHECKING, Stage.HANDLING))
                .containsExactly(0L, 1L, 2L, -1L, -1L, -1L);
    }

    @Test
    void aCaseThatEndedOtherwiseKeepsWhatItHadReached() {
        assertThat(reached(Stage.REPORTED, Stage.DISPATCHING, Stage.ANNULLED))
                .containsExactly(0L, 1L, -1L, -1L, -1L, -1L);
    }

    @Test
    void whatIsSettledOnTheSpotIsNeitherFiledNorDispatched() {
        assertThat(Milestone.path(true, false))
                .containsExactly(Milestone.REPORTED, Milestone.HANDLED, Milestone.CLOSED);
    }

    /** Minutes after the start, for each milestone; -1 where it was not reached. */
    private static List<Long> reached(Stage... stages) {
        List<Entry> timeline = IntStream.range(0, stages.length)
                .mapToObj(i -> new Entry(Move.ADD, "system", stages[i], START.plusSeconds(60L * i), null, Map.of()))
                .toList();
        return Progress.along(Milestone.path(false, false), timeline).stream()
                .map(Followed.Passed::at)
                .map(at -> at == null ? -1L : (at.getEpochSecond() - START.getEpochSecond()) / 60)
                .toList();
    }
}
