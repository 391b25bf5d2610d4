package org.gridcase.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridcase.whatif.Sketches.MINUTE;
import static org.gridcase.whatif.Sketches.NINE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.workflow.FlowModel;
import org.junit.jupiter.api.Test;

class SimulationTests {
    private static final Fate PLAIN = new Fate(true, false, false, null, null);

    @Test
    void whoeverComesWhileTheClerkIsBusyWaitsUntilTheOneBeforeIsDone() {
        var side = Sketches.simulate(
                Sketches.filing(),
                Sketches.oneAfterAnother(Map.of("fileCase", 10)),
                Sketches.arrivals(0, 2, 4, 60),
                PLAIN);

        var step = side.step("fileCase").orElseThrow();
        assertThat(step.visits()).isEqualTo(4);
        assertThat(step.waitMean()).isEqualTo((0 + 8 + 16 + 0) / 4.0);
        assertThat(step.waitP90()).isEqualTo(16);
        assertThat(step.workMean()).isEqualTo(10);
        assertThat(step.stayP90()).isEqualTo(26);
        assertThat(side.closed()).isEqualTo(4);
    }

    @Test
    void twoClerksHalveTheQueue() {
        Habits habits = Sketches.oneAfterAnother(Map.of("fileCase", 10));
        Sketches.seats(habits, "filing-clerk", 2);

        var step = Sketches.simulate(Sketches.filing(), habits, Sketches.arrivals(0, 2, 4), PLAIN)
                .step("fileCase")
                .orElseThrow();

        assertThat(step.waitMean()).isEqualTo((0 + 0 + 6) / 3.0);
    }

    @Test
    void twoStepsOfOneRoleShareItsPeople() {
        var flow = Sketches.flow("""
                start s
                person fileCase filing-clerk
                person dispatchCase filing-clerk
                step closeCase
                end e
                s > fileCase
                fileCase > dispatchCase
                dispatchCase > closeCase
                closeCase > e""");

        var side = Sketches.simulate(
                flow,
                Sketches.oneAfterAnother(Map.of("fileCase", 10, "dispatchCase", 5)),
                Sketches.arrivals(0, 1),
                PLAIN);

        // filed 0–10 and 10–20, dispatched 20–25 and 25–30: first come, first served
        assertThat(side.step("fileCase").orElseThrow().waitMean()).isEqualTo(4.5);
        assertThat(side.step("dispatchCase").orElseThrow().waitMean()).isEqualTo((10 + 5) / 2.0);
    }

    /** Lindley: a wait is the one before it, plus its work, less what lies between the two arrivals. */
    @Test
    void aQueueOfThousandsWaitsExactlyAsTheRecursionSays() {
        var random = new Random(3);
        double[] minutes = new double[3_000];
        double at = 0;
        for (int i = 0; i < minutes.length; i++) {
            at += -5 * Math.log(1 - random.nextDouble());
            minutes[i] = Math.round(at * 60) / 60.0;
        }
        List<Arrival> arrivals = Sketches.arrivals(minutes);
        var habits = new Habits();
        Habit habit = habits.step("fileCase", false);
        long[] works = {60_000, 120_000, 240_000, 300_000, 600_000};
        Arrays.stream(works).forEach(work -> habit.took(work, ""));

        var figures = new Figures(NINE, NINE + 60L * 24 * Hours.HOUR);
        new Simulation(Sketches.filing(), habits, Map.of(), Sketches.counting(), Long.MAX_VALUE, 7, figures)
                .run(arrivals, Sketches.fates(arrivals, PLAIN), share -> {});
        var step = figures.side().step("fileCase").orElseThrow();

        Sample drawn = Sample.of(works);
        double waits = 0;
        long wait = 0;
        List<long[]> present = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            long work = drawn.at(Chance.share(7, i, "fileCase", 1));
            waits += wait;
            present.add(new long[] {arrivals.get(i).at(), 1});
            present.add(new long[] {arrivals.get(i).at() + wait + work, -1});
            if (i + 1 < arrivals.size()) {
                wait = Math.max(
                        0,
                        wait
                                + work
                                - (arrivals.get(i + 1).at() - arrivals.get(i).at()));
            }
        }
        assertThat(step.waitMean()).isCloseTo(waits / arrivals.size() / MINUTE, within(0.006));
        assertThat(step.visits()).isEqualTo(3_000);
        // Little's law: how many are there on average, counted moment by moment, is arrivals a minute times their stay
        present.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        double area = 0;
        long there = 0;
        for (int i = 0; i + 1 < present.size(); i++) {
            there += present.get(i)[1];
            area += there * (double) (present.get(i + 1)[0] - present.get(i)[0]);
        }
        double whole = 60.0 * 24 * Hours.HOUR;
        double perMinute = 3_000 / (whole / MINUTE);
        assertThat(area / whole)
                .isCloseTo(perMinute * (step.waitMean() + step.workMean()), within(0.001))
                .isCloseTo(step.open(), within(0.001));
    }

    @Test
    void outsideOfTheirHoursNobodyWorks() {
        Habits habits = Sketches.oneAfterAnother(Map.of("fileCase", 10));
        var hours = new boolean[Hours.WEEK];
        for (int day = 0; day < 7; day++) {
            Arrays.fill(hours, day * 24 + 9, day * 24 + 17, true);
        }
        habits.open("filing-clerk", hours);

        // at half past four in the afternoon, at six, and at six the next day
        var side = Sketches.simulate(Sketches.filing(), habits, Sketches.arrivals(7.5 * 60, 9 * 60, 33 * 60), PLAIN);

        assertThat(side.step("fileCase").orElseThrow().waitMean()).isEqualTo((0 + 15 * 60 + 15 * 60) / 3.0);
    }

    @Test
    void whatIsDoneSideBySideWaitsForNobodyAndDoesNotHoldUpTheOthers() {
        var habits = new Habits();
        Habit habit = habits.step("fileCase", true);
        habit.took(30 * MINUTE, "");

        var step = Sketches.simulate(Sketches.filing(), habits, Sketches.arrivals(0, 0, 0), PLAIN)
                .step("fileCase")
                .orElseThrow();

        assertThat(step.waitMean()).isZero();
        assertThat(step.stayP90()).isEqualTo(30);
    }

    @Test
    void aStepThatIsTakenOutTakesNoTimeAnyMore() {
        FlowModel both = Sketches.flow("""
                start s
                person fileCase filing-clerk
                person confirmOnSite grid-worker
                step closeCase
                end e
                s > fileCase
                fileCase > confirmOnSite
                confirmOnSite > closeCase
                closeCase > e""");
        Habits habits = Sketches.oneAfterAnother(Map.of("fileCase", 10, "confirmOnSite", 35));
        List<Arrival> arrivals = Sketches.arrivals(0, 100);

        Side before = Sketches.simulate(both, habits, arrivals, PLAIN);
        Side after = Sketches.simulate(Sketches.filing(), habits, arrivals, PLAIN);

        assertThat(before.medianHours()).isEqualTo(0.75);
        assertThat(after.medianHours()).isCloseTo(10 / 60.0, within(0.001));
        assertThat(after.step("confirmOnSite")).isEmpty();
    }

    @Test
    void aNewStepTakesWhatIsAssumedOfItAtTheDeskOfTheRoleThatIsAssumed() {
        FlowModel flow = Sketches.flow("""
                start s
                person fileCase filing-clerk
                person secondLook checker
                step closeCase
                end e
                s > fileCase
                fileCase > secondLook
                secondLook > closeCase
                closeCase > e""");
        Habits habits = Sketches.oneAfterAnother(Map.of("fileCase", 10));

        Side own = Sketches.simulate(
                flow, habits, Map.of("secondLook", new Assumed(20, "")), Sketches.arrivals(0, 5), PLAIN);
        Side shared = Sketches.simulate(
                flow, habits, Map.of("secondLook", new Assumed(20, "filing-clerk")), Sketches.arrivals(0, 5), PLAIN);

        // 10–30 and 30–50; the second is filed at 20
        assertThat(own.step("secondLook").orElseThrow().waitMean()).isEqualTo((0 + 10) / 2.0);
        // the clerk files until 20, then looks 20–40 and 40–60
        assertThat(shared.step("secondLook").orElseThrow().waitMean()).isEqualTo((10 + 20) / 2.0);
    }

    @Test
    void waysPartAsTheTablesDecideAndAsPeopleAnswered() {
        FlowModel flow = Sketches.flow("""
                start s
                step assessMinor
                which isMinor
                person handleOnSpot grid-worker
                person fileCase filing-clerk
                which isFiled
                person confirmOnSite grid-worker
                step closeCase
                end e
                s > assessMinor
                assessMinor > isMinor
                isMinor > handleOnSpot ${minor}
                isMinor > fileCase ${!minor}
                handleOnSpot > closeCase
                fileCase > isFiled
                isFiled > confirmOnSite ${outcome == 'confirm'}
                isFiled > closeCase ${outcome != 'confirm'}
                confirmOnSite > closeCase
                closeCase > e""");
        var habits = new Habits();
        for (String step : List.of("handleOnSpot", "fileCase", "confirmOnSite")) {
            habits.step(step, true).took(MINUTE, "");
        }
        for (int i = 0; i < 10; i++) {
            habits.step("fileCase", true).cameOut(i < 3 ? "confirm" : "filed", false);
        }
        double[] minutes = new double[2_000];
        Arrays.setAll(minutes, i -> i);
        List<Arrival> arrivals = Sketches.arrivals(minutes);

        Side filed = Sketches.simulate(flow, habits, arrivals, PLAIN);
        Side minor = Sketches.simulate(flow, habits, arrivals, new Fate(true, true, false, null, null));

        assertThat(filed.step("handleOnSpot")).isEmpty();
        assertThat(filed.step("confirmOnSite").orElseThrow().visits()).isBetween(540, 660);
        assertThat(minor.step("handleOnSpot").orElseThrow().visits()).isEqualTo(2_000);
        assertThat(minor.step("fileCase")).isEmpty();
        assertThat(Sketches.simulate(flow, habits, arrivals, PLAIN)).isEqualTo(filed);
    }

    @Test
    void aTimerTakesATaskAwayAndTheClerkIsFreeAgain() {
        FlowModel flow = Sketches.flow("""
                start s
                person fileCase filing-clerk
                alarm tooLong fileCase PT15M
                step closeCase
                end e
                s > fileCase
                fileCase > closeCase
                tooLong > closeCase
                closeCase > e""");

        var side = Sketches.simulate(
                flow, Sketches.oneAfterAnother(Map.of("fileCase", 40)), Sketches.arrivals(0, 1, 20), PLAIN);

        // the first is taken away at 15; the second begins then and is taken away at 16; the third at 35
        assertThat(side.closed()).isEqualTo(3);
        assertThat(side.step("fileCase").orElseThrow().waitMean()).isCloseTo(14 / 3.0, within(0.01));
        assertThat(side.step("fileCase").orElseThrow().stayP90()).isEqualTo(15);
    }

    @Test
    void aTimerHoldsTheFlowUpAndPartsThatRunBesideEachOtherWaitForTheSlower() {
        FlowModel flow = Sketches.flow("""
                start s
                all fork
                wait oneHour PT1H
                person fileCase filing-clerk
                all join
                step closeCase
                end e
                s > fork
                fork > oneHour
                fork > fileCase
                oneHour > join
                fileCase > join
                join > closeCase
                closeCase > e""");

        var side =
                Sketches.simulate(flow, Sketches.oneAfterAnother(Map.of("fileCase", 10)), Sketches.arrivals(0), PLAIN);

        assertThat(side.closed()).isEqualTo(1);
        assertThat(side.medianHours()).isEqualTo(1);
    }

    @Test
    void lateIsWhoeverHandlesLongerThanTheLimitOfTheirPolicy() {
        FlowModel flow = Sketches.flow("""
                start s
                person handleCase handler
                step closeCase
                end e
                s > handleCase
                handleCase > closeCase
                closeCase > e""");
        var habits = new Habits();
        // two working hours from nine on a day that works from eight to twelve
        habits.step("handleCase", true).took(2 * Hours.HOUR, "");
        var four = new Fate(true, false, false, new Limit(4, LimitKind.WORKING_HOURS), "U1");
        var one = new Fate(true, false, false, new Limit(1, LimitKind.WORKING_HOURS), "U2");

        Side kept = Sketches.simulate(flow, habits, Sketches.arrivals(0, 120), four);
        Side missed = Sketches.simulate(flow, habits, Sketches.arrivals(0, 120), one);

        assertThat(kept.late()).isZero();
        assertThat(missed.late()).isEqualTo(1);
        assertThat(kept.units()).containsExactly(Map.entry("U1", 2));
        assertThat(missed.units()).containsExactly(Map.entry("U2", 2));
        // begun at eleven, it goes on the next morning until nine
        assertThat(kept.p90Hours()).isEqualTo(22);
    }

    @Test
    void aFlowThatGoesRoundAndRoundLosesTheCaseAndEnds() {
        FlowModel flow = Sketches.flow("""
                start s
                person fileCase filing-clerk
                which again
                end e
                s > fileCase
                fileCase > again
                again > fileCase ${outcome == 'filed'}
                again > e ${outcome == 'never'}""");

        var side =
                Sketches.simulate(flow, Sketches.oneAfterAnother(Map.of("fileCase", 1)), Sketches.arrivals(0), PLAIN);

        assertThat(side.lost()).isEqualTo(1);
    }

    @Test
    void whoeverNoLongerWantsItIsHeard() {
        double[] minutes = new double[20_000];
        Arrays.setAll(minutes, i -> i);
        List<Arrival> arrivals = Sketches.arrivals(minutes);
        var simulation = new Simulation(
                Sketches.filing(),
                Sketches.oneAfterAnother(Map.of("fileCase", 1)),
                Map.of(),
                Sketches.counting(),
                1,
                1,
                new Figures(NINE, NINE + Hours.HOUR));

        assertThatThrownBy(() -> simulation.run(arrivals, Sketches.fates(arrivals, PLAIN), share -> {
                    if (share > 0.3) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
