package org.gridcase.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridcase.whatif.Sketches.MINUTE;
import static org.gridcase.whatif.Sketches.NINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningTests {
    private static final int HER = 1;
    private static final int HIM = 2;

    private final Learning learning = new Learning(Sketches.filing(), Sketches.counting());

    private static Visit filed(int arrival, int by, double from, double to, String outcome) {
        return new Visit(
                arrival,
                "fileCase",
                by,
                NINE + (long) (from * MINUTE),
                NINE + (long) (to * MINUTE),
                outcome,
                false,
                "",
                null,
                false);
    }

    private static Learning.Split split(Map<Visit, Learning.Split> splits, Visit visit) {
        return Objects.requireNonNull(splits.get(visit));
    }

    @Test
    void workBeganWhenTheCaseWasThereAndTheOneBeforeWasDone() {
        List<Visit> visits =
                List.of(filed(0, HER, 0, 10, "filed"), filed(1, HER, 2, 20, "filed"), filed(2, HER, 50, 65, "filed"));

        Habits habits = learning.from(Sketches.arrivals(0, 2, 50), visits);

        var splits = learning.splits(visits, habits);
        assertThat(visits.stream().map(visit -> split(splits, visit).idle() / MINUTE))
                .containsExactly(0L, 8L, 0L);
        assertThat(visits.stream().map(visit -> split(splits, visit).work() / MINUTE))
                .containsExactly(10L, 10L, 15L);
        assertThat(habits.step("fileCase").orElseThrow().sideBySide()).isFalse();
    }

    @Test
    void whereCasesOvertakeEachOtherInTheSameHandsSeveralAreInHandAtOnce() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            visits.add(filed(i, HER, i, i + (i % 2 == 0 ? 30 : 5), "filed"));
        }
        double[] minutes = IntStream.range(0, 60).asDoubleStream().toArray();

        Habit habit = learning.from(Sketches.arrivals(minutes), visits)
                .step("fileCase")
                .orElseThrow();

        assertThat(habit.sideBySide()).isTrue();
        assertThat(habit.time(0.99) / MINUTE).isEqualTo(30);
        assertThat(habit.time(0) / MINUTE).isEqualTo(5);
    }

    @Test
    void asManyWorkAtADeskAsWereSeenToFinishSomethingThere() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            visits.add(filed(i, i % 2 == 0 ? HER : HIM, 5 * i, 5 * i + 5, "filed"));
        }
        double[] minutes = IntStream.range(0, 8).mapToDouble(i -> 5 * i).toArray();

        Habits habits = learning.from(Sketches.arrivals(minutes), visits);

        int nine = Hours.of(NINE, Sketches.ZONE);
        assertThat(nine).isEqualTo(9);
        assertThat(habits.seats(new Desk("filing-clerk", "410102"), nine)).isEqualTo(2);
        assertThat(habits.seats(new Desk("filing-clerk", "410103"), nine))
                .as("where nobody was ever seen")
                .isEqualTo(1);
    }

    @Test
    void answersComeAsOftenAsTheyCame() {
        List<Visit> visits = List.of(
                filed(0, HER, 0, 1, "filed"),
                filed(1, HER, 5, 6, "filed"),
                filed(2, HER, 10, 11, "filed"),
                filed(3, HER, 15, 16, "confirm"));

        Habit habit = learning.from(Sketches.arrivals(0, 5, 10, 15), visits)
                .step("fileCase")
                .orElseThrow();

        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> habit.outcome(i / 1_000.0, false))
                        .filter("confirm"::equals))
                .hasSize(250);
    }

    /** What is simulated from what was learnt waits as the people it was learnt from did. */
    @Test
    void anOfficeSimulatedFromItsOwnPastIsThatOffice() {
        List<Visit> visits = new ArrayList<>();
        double[] minutes = new double[300];
        double free = 0;
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 12 * i + (i % 3) * 3;
            double end = Math.max(free, minutes[i]) + (i % 2 == 0 ? 6 : 14);
            visits.add(filed(i, HER, minutes[i], end, "filed"));
            free = end;
        }
        List<Arrival> arrivals = Sketches.arrivals(minutes);
        Habits habits = learning.from(arrivals, visits);
        var splits = learning.splits(visits, habits);
        double really = visits.stream()
                .mapToLong(visit -> split(splits, visit).work())
                .average()
                .orElseThrow();

        Side side = Sketches.simulate(
                Sketches.filing(), habits, Map.of(), arrivals, new Fate(true, false, false, null, null));

        var step = side.step("fileCase").orElseThrow();
        assertThat(step.visits()).isEqualTo(300);
        assertThat(step.workMean() * MINUTE).isBetween(0.93 * really, 1.07 * really);
        assertThat(side.closed()).isEqualTo(300);
    }
}
