package org.gridcase.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timekeeper.Due;
import org.gridcase.casework.Timekeeper.Passage;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.clock.ClockState.State;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.Urgency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
class ClocksTests {
    private static final String COLLAPSE = "C01002";
    private static final String DISTRICT = "410102";
    /** Far enough ahead that the running sweep lights none of these lamps. */
    private static final Instant START = Instant.parse("2035-03-05T01:00:00Z");

    private static final Limit FOUR_HOURS = new Limit(4, LimitKind.URGENT_HOURS);

    @Autowired
    Flow flow;

    @Autowired
    Clocks clocks;

    @Autowired
    Clockwork clockwork;

    @Autowired
    ClockWords words;

    @Autowired
    ClockRows rows;

    @Autowired
    Escalations escalations;

    @Autowired
    Watches watches;

    @Autowired
    DueTimes times;

    @Autowired
    Rebuild rebuild;

    @Autowired
    PersonalTexts texts;

    @Autowired
    Calendars calendars;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void eachStageHasItsClockAndTheTaskIsDueWhenItsClockIs() {
        CaseId id = reported();
        assertThat(clock(id, Kind.ACCEPT).state()).isEqualTo(State.RUNNING);
        assertThat(dueOfTask(id)).isEqualTo(milli(clock(id, Kind.ACCEPT).dueAt()));

        CaseFacts filed = file(id);
        assertThat(clock(id, Kind.ACCEPT).state()).isEqualTo(State.STOPPED);
        assertThat(filed.dueAt()).isEqualTo(clock(id, Kind.DISPATCH).dueAt());
        assertThat(dueOfTask(id)).isEqualTo(milli(filed.dueAt()));

        flow.complete("dispatch", id, "outcome", "dispatched", "unit", String.valueOf(filed.proposedUnit()));
        ClockState handling = clock(id, Kind.HANDLING);
        assertThat(handling.budget()).isEqualTo(Duration.ofHours(3));
        assertThat(handling.unit()).isEqualTo(filed.proposedUnit());
        assertThat(flow.facts(id).dueAt()).isEqualTo(handling.dueAt());
        assertThat(dueOfTask(id)).isEqualTo(milli(handling.dueAt()));
        assertThat(clocks.ledger(id))
                .extracting(LedgerLine::clock, line -> line.posting().kind(), LedgerLine::why)
                .containsExactly(
                        tuple(Kind.ACCEPT, Posting.Kind.START, "REPORT"),
                        tuple(Kind.ACCEPT, Posting.Kind.STOP, "FILE"),
                        tuple(Kind.DISPATCH, Posting.Kind.START, "FILE"),
                        tuple(Kind.DISPATCH, Posting.Kind.STOP, "DISPATCH"),
                        tuple(Kind.HANDLING, Posting.Kind.START, "DISPATCH"));
    }

    @Test
    void acceptanceStandsWhileSomebodyLooksOnSite() {
        CaseId id = CaseId.next();
        pass(id, Move.REPORT, null, Stage.REPORTED, 0);
        pass(id, Move.CONFIRM, Stage.FILING, Stage.CONFIRMING, 5);
        assertThat(clock(id, Kind.ACCEPT).state()).isEqualTo(State.PAUSED);
        assertThat(clock(id, Kind.CONFIRM).dueAt()).isEqualTo(at(35));

        Due due = pass(id, Move.CONFIRMED_REAL, Stage.CONFIRMING, Stage.FILING, 25);

        assertThat(due.dueAt()).isEqualTo(at(35));
        assertThat(clock(id, Kind.CONFIRM).late()).isFalse();
    }

    @Test
    void theSameUnitGoesOnWithWhatWasLeftAndAnotherStartsAfresh() {
        CaseId id = dispatched("hw-1");
        pass(id, Move.SEND_BACK, Stage.HANDLING, Stage.DISPATCHING, 100, "hw-1");
        assertThat(clock(id, Kind.HANDLING).state()).isEqualTo(State.PAUSED);
        assertThat(clock(id, Kind.DISPATCH).dueAt()).isEqualTo(at(115));

        assertThat(pass(id, Move.DISPATCH, Stage.DISPATCHING, Stage.HANDLING, 160, "hw-1")
                        .dueAt())
                .as("140 minutes were left")
                .isEqualTo(at(300));
        assertThat(clock(id, Kind.DISPATCH).late()).isTrue();

        pass(id, Move.SEND_BACK, Stage.HANDLING, Stage.DISPATCHING, 200, "hw-1");
        assertThat(pass(id, Move.DISPATCH, Stage.DISPATCHING, Stage.HANDLING, 210, "hw-2")
                        .dueAt())
                .isEqualTo(at(450));
    }

    @Test
    void whileItIsCheckedTheUnitsTimeStandsAndReworkGoesOn() {
        CaseId id = dispatched("hw-1");
        pass(id, Move.HANDLE, Stage.HANDLING, Stage.CHECKING, 200, "hw-1");
        assertThat(pass(id, Move.FAIL, Stage.CHECKING, Stage.HANDLING, 1000, "hw-1")
                        .dueAt())
                .isEqualTo(at(1040));
        pass(id, Move.HANDLE, Stage.HANDLING, Stage.CHECKING, 1041, "hw-1");
        pass(id, Move.PASS, Stage.CHECKING, Stage.CLOSING, 1050, "hw-1");

        Due last = pass(id, Move.CLOSE, Stage.CLOSING, Stage.CLOSED, 1050, "hw-1");

        assertThat(last).isEqualTo(new Due(at(192), at(1040), true));
        assertThat(clocks.of(id)).allMatch(it -> it.state() == State.STOPPED);
    }

    @Test
    void aClockSetBackTakesNothingFromAnybody() {
        CaseId id = dispatched("hw-1");
        pass(id, Move.HANDLE, Stage.HANDLING, Stage.CHECKING, -30, "hw-1");

        ClockState handling = clock(id, Kind.HANDLING);
        assertThat(handling.consumed()).isEqualTo(Duration.ZERO);
        assertThat(handling.late()).isFalse();
    }

    @Test
    void whatIsProlongedIsDueLaterOnTheTaskToo() {
        CaseId id = handling();
        Instant due = dueAt(id);

        clocks.extend(id, Duration.ofHours(2), "supervisor", "雨太大，电话 13800001111");

        Instant later = due.plus(Duration.ofHours(2));
        assertThat(clock(id, Kind.HANDLING).dueAt()).isEqualTo(later);
        assertThat(flow.facts(id).dueAt()).isEqualTo(later);
        assertThat(dueOfTask(id)).isEqualTo(milli(later));
        var line = clocks.ledger(id).get(clocks.ledger(id).size() - 1);
        assertThat(line.actor()).isEqualTo("supervisor");
        assertThat(line.why()).contains("雨太大").doesNotContain("13800001111");
    }

    @Test
    void aReasonInCapitalsIsErasedLikeAnyOtherAndAMovesNameStays() {
        CaseId id = handling();
        clocks.extend(id, Duration.ofHours(1), "supervisor", "WANG");
        clocks.extend(id, Duration.ofHours(1), "supervisor", "找王师傅");

        assertThat(words.erase(id)).containsEntry("clock", 2);

        assertThat(clocks.ledger(id))
                .extracting(LedgerLine::why)
                .contains("REPORT", "DISPATCH", PersonalPlace.ERASED)
                .doesNotContain("WANG", "找王师傅");
        assertThat(words.erase(id)).as("once").containsEntry("clock", 0);
    }

    @Test
    void nothingIsProlongedThatIsOverdueOrStandsOrByNothing() {
        CaseId id = handling();
        assertThatThrownBy(() -> clocks.extend(id, Duration.ZERO, "supervisor", "雨"))
                .isInstanceOf(ClockRefused.class);
        Clocks muchLater = at(Instant.now().plus(Duration.ofDays(30)));
        assertThatThrownBy(() -> inTransaction(() -> muchLater.extend(id, Duration.ofHours(1), "supervisor", "雨")))
                .hasFieldOrPropertyWithValue("key", "clock.overdue");
        clocks.suspend(id, "supervisor", "等材料");
        assertThatThrownBy(() -> clocks.extend(id, Duration.ofHours(1), "supervisor", "雨"))
                .hasFieldOrPropertyWithValue("key", "clock.suspended");
        CaseId early = reported();
        assertThatThrownBy(() -> clocks.extend(early, Duration.ofHours(1), "supervisor", "雨"))
                .hasFieldOrPropertyWithValue("key", "clock.notRunning");
    }

    @Test
    void aSuspensionStopsTheTimeOnceAndGoesOnWithTheRest() {
        CaseId id = handling();
        Duration left = clock(id, Kind.HANDLING).left();

        clocks.suspend(id, "supervisor", "等材料");

        assertThatThrownBy(() -> clocks.suspend(id, "supervisor", "再等"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("key", "clock.suspended");
        assertThat(flow.facts(id).dueAt()).isNull();
        assertThat(dueOfTask(id)).isNull();
        assertThat(clocks.expected(id)).isEmpty();
        Instant inAMonth = Instant.now().plus(Duration.ofDays(30));
        inTransaction(() -> at(inAMonth).resume(id, "system", "到期"));
        assertThat(Duration.between(inAMonth, flow.facts(id).dueAt())).isCloseTo(left, Duration.ofSeconds(10));
        assertThat(clocks.resume(id, "system", "又一次")).isFalse();
    }

    @Test
    void onlyWhatWasLateIsExcusedAndTheFactStays() {
        CaseId id = handling();
        assertThatThrownBy(() -> clocks.exempt(id, "supervisor", "误判"))
                .hasFieldOrPropertyWithValue("key", "clock.notLate");
        jdbc.update("update case_clock set late = true where case_id = ? and clock = 'HANDLING'", id.value());

        clocks.exempt(id, "supervisor", "误判");

        assertThat(clock(id, Kind.HANDLING)).matches(ClockState::exempt).matches(ClockState::late);
    }

    @Test
    void eachLampIsLitOnceByHoweverManyNodes() throws Exception {
        List<CaseId> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(handling());
        }
        Instant yellow = requireNonNull(flow.facts(ids.get(11)).yellowAt()).plusMillis(1);
        var sweeps = List.of(sweepAt(yellow), sweepAt(yellow), sweepAt(yellow));
        var together = new CyclicBarrier(sweeps.size());
        var nodes = Executors.newFixedThreadPool(sweeps.size());
        try {
            var lit = new ArrayList<Future<Integer>>();
            for (Sweep sweep : sweeps) {
                lit.add(nodes.submit(() -> {
                    together.await();
                    return sweep.light();
                }));
            }
            int sum = 0;
            for (var one : lit) {
                sum += one.get();
            }
            sum += sweepAt(yellow).light();
            assertThat(lamps(ids)).containsOnly("YELLOW");
            assertThat(sum).isGreaterThanOrEqualTo(12);
            assertThat(sweepAt(yellow).light()).isZero();
        } finally {
            nodes.shutdown();
        }
        sweepAt(dueAt(ids.get(11)).plusMillis(1)).light();
        assertThat(lamps(ids)).containsOnly("RED");
    }

    @Test
    void aCaseThatHasEndedLightsNothing() {
        CaseId id = handling();
        Instant due = dueAt(id);
        clockwork(id, Move.ANNUL, Stage.HANDLING, Stage.ANNULLED);

        sweepAt(due.plusSeconds(1)).light();

        assertThat(lamps(List.of(id))).containsOnly("GREEN");
    }

    /** The sweep neither waits for the case nor lights what another transaction is just putting out. */
    @Test
    void aCaseThatIsClosedWhileItsLampIsDueLightsNothing() throws Exception {
        CaseId id = handling();
        Instant due = dueAt(id).plusSeconds(1);
        var node = Executors.newSingleThreadExecutor();
        try {
            inTransaction(() -> {
                times.hold(id);
                clockwork.passed(passage(id, Move.ANNUL, Stage.HANDLING, Stage.ANNULLED));
                try {
                    node.submit(() -> sweepAt(due).light()).get();
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            });
        } finally {
            node.shutdown();
        }
        sweepAt(due).light();

        assertThat(lamps(List.of(id))).containsOnly("GREEN");
        assertThat(clock(id, Kind.HANDLING)).matches(it -> !it.late());
    }

    @Test
    void theColumnsOfAClockAreMadeAnewFromItsLedger() {
        CaseId id = handling();
        Instant due = dueAt(id);
        jdbc.update(
                "update case_clock set due_at = due_at + interval '1 day', budget_ms = 1 where case_id = ? and clock = 'HANDLING'",
                id.value());
        jdbc.update("update city_case set due_at = due_at - interval '1 day' where id = ?", id.value());

        assertThat(different(id, false)).containsExactly("budget", "due_at", "case");
        assertThat(different(id, true)).containsExactly("budget", "due_at", "case");

        assertThat(different(id, false)).isEmpty();
        assertThat(clock(id, Kind.HANDLING).dueAt()).isEqualTo(due);
        assertThat(flow.facts(id).dueAt()).isEqualTo(due);
        assertThat(dueOfTask(id)).isEqualTo(milli(due));
    }

    /** Of what real moves left behind, nothing differs. */
    @Test
    void pausesAndReturnsLeaveColumnsThatFollowFromTheLedger() {
        CaseId id = handling();
        clocks.suspend(id, "supervisor", "等待配件");
        assertThat(different(id, false)).isEmpty();
        clocks.resume(id, "supervisor", "配件已到");
        clocks.extend(id, Duration.ofMinutes(30), "supervisor", "天气");
        flow.complete("handler", id, "outcome", "sentBack", "reason", "不归我管");
        assertThat(different(id, false)).isEmpty();
    }

    private List<String> different(CaseId id, boolean mend) {
        var columns = new ArrayList<String>();
        rebuild.run(mend, one -> {
            if (one.id().equals(id)) {
                columns.add(one.column());
            }
        });
        return columns;
    }

    @Test
    void hoursOfNoisyWorkStandAtNight() {
        CaseId id = CaseId.next();
        jdbc.update("insert into noisy_class values ('C99999')");
        // 20:00 in the city
        Instant evening = Instant.parse("2035-03-05T12:00:00Z");
        inTransaction(() -> clockwork.passed(new Passage(
                id,
                DISTRICT,
                Move.DISPATCH,
                Stage.DISPATCHING,
                Stage.HANDLING,
                evening,
                "somebody",
                "C99999",
                FOUR_HOURS,
                "hw-1")));

        assertThat(clock(id, Kind.HANDLING).dueAt())
                .as("two hours until 22:00, two from 06:00")
                .isEqualTo(Instant.parse("2035-03-06T00:00:00Z"));
    }

    @Test
    void aCorrectedCalendarCountsOpenCasesAgainAndSaysSoInTheirLedgers() {
        CaseId working = CaseId.next();
        CaseId continuous = dispatched("hw-1");
        var limit = new Limit(1, LimitKind.WORKING_DAYS);
        // Monday 09:00 in the city
        var passage = new Passage(
                working,
                DISTRICT,
                Move.DISPATCH,
                Stage.DISPATCHING,
                Stage.HANDLING,
                START,
                "dispatch",
                null,
                limit,
                "hw-1");
        inTransaction(() -> clockwork.passed(passage));
        flowRow(working);
        Instant before = clock(working, Kind.HANDLING).dueAt();
        var days = calendars.of(DISTRICT).specialDays().stream()
                .filter(day -> day.date().getYear() == 2035)
                .toList();
        try {
            calendars.putYear(
                    DISTRICT, 2035, List.of(new SpecialDay(LocalDate.of(2035, 3, 5), false, "临时放假")), "admin", "更正");
            sweepAt(START).recount();

            assertThat(clock(working, Kind.HANDLING).dueAt())
                    .isAfter(before)
                    .isEqualTo(Instant.parse("2035-03-06T10:00:00Z"));
            assertThat(clocks.ledger(working))
                    .extracting(line -> line.posting().kind())
                    .containsExactly(Posting.Kind.START, Posting.Kind.RECOUNT);
            assertThat(clocks.ledger(continuous))
                    .extracting(line -> line.posting().kind())
                    .doesNotContain(Posting.Kind.RECOUNT);
        } finally {
            calendars.putYear(DISTRICT, 2035, days, "admin", "改回");
            sweepAt(START).recount();
        }
        assertThat(clock(working, Kind.HANDLING).dueAt()).isEqualTo(before);
    }

    private CaseId reported() {
        CaseId id = flow.report("路面塌陷", COLLAPSE).caseId();
        flow.run(id);
        return id;
    }

    private CaseFacts file(CaseId id) {
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.run(id);
        return flow.facts(id);
    }

    private CaseId handling() {
        CaseId id = reported();
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", String.valueOf(file(id).proposedUnit()));
        return id;
    }

    /** Four hours, day and night, from the start. */
    private CaseId dispatched(String unit) {
        CaseId id = CaseId.next();
        pass(id, Move.DISPATCH, Stage.DISPATCHING, Stage.HANDLING, 0, unit);
        return id;
    }

    /** What a sweep joins a clock with. */
    private void flowRow(CaseId id) {
        jdbc.update("""
                insert into case_origin (case_id, number, channel, description, longitude, latitude, district, street,
                  community, grid, reported_at, tracking_hash, words)
                select ?, 'GC-clock-' || ?, channel, 'x', longitude, latitude, district, street, community, grid,
                  reported_at, decode(md5(?), 'hex'), '{}' from case_origin limit 1""", id.value(), id.toString(), id.toString());
        jdbc.update("""
                insert into city_case (id, stage, district, returns, reworks, reopened, release, moved_at, version)
                values (?, 'HANDLING', ?, 0, 0, 0, 1, now(), 0)""", id.value(), DISTRICT);
    }

    private Due pass(CaseId id, Move move, @Nullable Stage from, Stage to, long minute) {
        return pass(id, move, from, to, minute, null);
    }

    private Due pass(CaseId id, Move move, @Nullable Stage from, Stage to, long minute, @Nullable String unit) {
        var passage = new Passage(id, DISTRICT, move, from, to, at(minute), "somebody", null, FOUR_HOURS, unit);
        return inTransaction(() -> clockwork.passed(passage));
    }

    private void clockwork(CaseId id, Move move, Stage from, Stage to) {
        inTransaction(() -> clockwork.passed(passage(id, move, from, to)));
    }

    private static Passage passage(CaseId id, Move move, Stage from, Stage to) {
        return new Passage(id, DISTRICT, move, from, to, Instant.now(), "somebody", null, FOUR_HOURS, "x");
    }

    @Test
    void aTasksPrioritySaysHowItsClockDoes() {
        CaseId id = reported();
        assertThat(priority(id)).isEqualTo(Urgency.NORMAL);
        Instant due = dueAt(id);

        sweepAt(due.minusSeconds(1)).light();
        assertThat(priority(id)).isEqualTo(Urgency.NEAR);
        sweepAt(due.plusSeconds(1)).light();
        assertThat(priority(id)).isEqualTo(Urgency.OVER);
    }

    private int priority(CaseId id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getPriority();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private Clocks at(Instant now) {
        return new Clocks(rows, times, texts, calendars, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Sweep sweepAt(Instant now) {
        return new Sweep(
                jdbc,
                at(now),
                times,
                escalations,
                watches,
                calendars,
                Clock.fixed(now, ZoneOffset.UTC),
                events,
                transactions);
    }

    private List<String> lamps(List<CaseId> ids) {
        return ids.stream()
                .map(id -> jdbc.queryForObject(
                        "select lamp from case_clock where case_id = ? and clock = 'HANDLING'",
                        String.class,
                        id.value()))
                .toList();
    }

    private Instant dueAt(CaseId id) {
        return requireNonNull(flow.facts(id).dueAt());
    }

    private ClockState clock(CaseId id, Kind kind) {
        return clocks.of(id, kind).orElseThrow();
    }

    private @Nullable Instant dueOfTask(CaseId id) {
        var due = tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getDueDate();
        return due == null ? null : due.toInstant();
    }

    /** As fine as the engine's dates are. */
    private static @Nullable Instant milli(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant at(long minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }
}
